using System.Globalization;
using Assays.Data;

namespace Assays.Detectors.Validity;

/// <summary>Values that are counted up: <c>g10</c> follows <c>g9</c>, and is as well formed although it has a digit more.</summary>
internal sealed class Numbering(SampledColumn column)
{
    private readonly Lazy<HashSet<string>> _values = new(() => [.. column.Values]);

    /// <summary>Whether the value before this one, by its last number, is in the column too.</summary>
    public bool Continues(string text)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        return ulong.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0 && text[start] != '0'
            && _values.Value.Contains(string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, start)}{number - 1}{text.AsSpan(end)}"));
    }
}
