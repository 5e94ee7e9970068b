using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Profiling.Semantics;

namespace Assays.Detectors.Uniqueness;

/// <summary>A column whose values are told apart by what they say and not by how they are written: case, accents, punctuation and spaces are passed over.</summary>
internal static class FoldedColumn
{
    public static SampledColumn Of(SampledColumn column)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = ImmutableArray.CreateBuilder<string>();
        var folded = new int[column.Values.Length];
        for (var code = 0; code < folded.Length; code++)
        {
            var text = Fold(column.Values[code]);
            if (!places.TryGetValue(text, out folded[code]))
            {
                folded[code] = places[text] = values.Count;
                values.Add(text);
            }
        }

        var codes = new int[column.Codes.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = column.Codes[row] < 0 ? SampledColumn.Missing : folded[column.Codes[row]];
        return new(column.Column, values.ToImmutable(), codes);
    }

    private static string Fold(string text)
    {
        var number = SampledColumn.NumberOf(text);
        if (!double.IsNaN(number)) return number.ToString("R", CultureInfo.InvariantCulture);
        if (!text.Any(char.IsLetter)) return text.Trim();
        var kept = string.Concat(Accents.Strip(text).Where(char.IsLetterOrDigit));
        return kept.Length == 0 ? text : kept.ToLowerInvariant();
    }
}
