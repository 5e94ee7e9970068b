using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Assays.Contracts.Clauses;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Contracts.Inference;

/// <summary>A regular expression for texts that have one of a few shapes. What counts is how many different values have a shape, not how many rows.</summary>
internal static partial class ShapeLimits
{
    private const int MostShapes = 6;
    private const int LongestValue = 60;

    /// <summary>Different values that there must be.</summary>
    private const int LeastValues = 20;

    /// <summary>Different values from which on a run of one length is taken for a part of the form.</summary>
    private const int ValuesOfAForm = 100;

    /// <summary>The expected number of unseen shapes from which on nothing is said of shapes.</summary>
    private const double AllowedUnseen = 0.02;

    /// <returns>None when there are too many shapes, or there may be others.</returns>
    public static string? Suggest(SampledColumn values)
    {
        if (values.Values.Length < LeastValues) return null;
        var shapes = new SortedDictionary<string, List<(int Least, int Most)>>(StringComparer.Ordinal);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var value in values.Values)
        {
            if (value.Length > LongestValue) return null;
            var shape = Mask.Loose(value);
            if (!shapes.TryGetValue(shape, out var runs)) shapes[shape] = runs = [];
            if (shapes.Count > MostShapes) return null;
            counts[shape] = counts.GetValueOrDefault(shape) + 1;
            Measure(value, runs);
        }

        if (Unseen.Kinds(counts.Values) > AllowedUnseen) return null;
        var pattern = $"^({string.Join('|', shapes.Select(s => Pattern(s.Key, s.Value, counts[s.Key] >= ValuesOfAForm)))})$";
        var test = new PatternTest(pattern);
        return values.Values.All(test.Passes) ? pattern : null;
    }

    private static void Measure(string value, List<(int Least, int Most)> runs)
    {
        var at = 0;
        foreach (var match in Run().EnumerateMatches(value))
        {
            if (at == runs.Count) runs.Add((match.Length, match.Length));
            runs[at] = (Math.Min(runs[at].Least, match.Length), Math.Max(runs[at].Most, match.Length));
            at++;
        }
    }

    // A run of one length everywhere is a part of the form; runs of several lengths may be shorter and longer yet.
    private static string Pattern(string shape, List<(int Least, int Most)> runs, bool isForm)
    {
        var pattern = new StringBuilder();
        var at = 0;
        foreach (var sign in shape)
        {
            var letters = sign switch { 'A' => "[A-Z]", 'a' => "[a-z]", '9' => "[0-9]", _ => null };
            if (letters is null) pattern.Append(Regex.Escape(sign.ToString()));
            else if (at >= runs.Count) return "[^\\s\\S]";
            else if (runs[at] is var (least, most))
            {
                pattern.Append(letters).Append(isForm && least == most ? string.Create(CultureInfo.InvariantCulture, $"{{{least}}}") : "+");
                at++;
            }
        }

        return pattern.ToString();
    }

    [GeneratedRegex("[A-Z]+|[a-z]+|[0-9]+")]
    private static partial Regex Run();
}
