using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assays.Detectors.Consistency;

/// <summary>What a text says, whatever the way it is written: <c>6:59aDec 1</c> and <c>6:59 a.m.</c> are one time.</summary>
internal static partial class Notation
{
    /// <summary>A text that is the same for two values that mean the same.</summary>
    public static string Meaning(string value)
    {
        if (Time().Match(value) is { Success: true } time)
        {
            var hour = int.Parse(time.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
            var half = time.Groups["half"].ValueSpan;
            if (!half.IsEmpty) hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
            return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{time.Groups["minute"].ValueSpan}");
        }

        var trimmed = value.AsSpan().Trim();
        if (double.TryParse(trimmed, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder(trimmed.Length);
        foreach (var character in trimmed)
        {
            if (char.IsLetterOrDigit(character)) text.Append(char.ToLowerInvariant(character));
        }

        return text.Length == 0 ? value : text.ToString();
    }

    [GeneratedRegex(@"(?<![\d:])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)\s*(?<half>[aApP](?=\.?\s?[mM]|[A-Z\s]|$))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
