using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;

namespace Assays.Labels.Errors;

/// <summary>The labels of a table that can be judged, as codes of classes, with the rows that carry them.</summary>
/// <param name="Rows">The places, in what was read, of the rows that can be judged.</param>
/// <param name="Codes">Their labels, as indices into <paramref name="Classes"/>.</param>
/// <param name="Classes">The classes, sorted.</param>
/// <param name="Notes">What was left out, in sentences.</param>
public sealed record GivenLabels(int[] Rows, int[] Codes, ImmutableArray<string> Classes, ImmutableArray<string> Notes)
{
    /// <summary>Of fewer rows of a class too few are left in a fold to learn it from.</summary>
    private const int LeastRowsOfClass = 4;

    /// <param name="labels">The label of each row that was read; none where it is missing.</param>
    /// <param name="column">The label's column, for messages.</param>
    /// <exception cref="InputException">There is nothing to judge: no labels, one class, or thousands.</exception>
    public static GivenLabels Of(IReadOnlyList<string?> labels, string column)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var counts = labels.Where(static l => !string.IsNullOrEmpty(l)).CountBy(static l => l!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        if (counts.Count == 0) throw new InputException($"Column '{column}' holds no label.");
        if (counts.Count == 1)
        {
            throw new InputException($"Every label in '{column}' is '{counts.Keys.First()}': with one class there is nothing to tell apart.");
        }

        if (counts.Count > LabelJudge.MostClasses)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Column '{column}' holds {counts.Count} different labels; more than {LabelJudge.MostClasses} are names or identifiers, not classes."));
        }

        var notes = ImmutableArray.CreateBuilder<string>();
        var missing = labels.Count(static l => string.IsNullOrEmpty(l));
        if (missing > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{missing} of {labels.Count} rows have no label and were left out."));
        var rare = counts.Where(static c => c.Value < LeastRowsOfClass).OrderBy(static c => c.Key, StringComparer.Ordinal).ToArray();
        if (rare.Length > 0)
        {
            var names = string.Join(", ", rare.Take(5).Select(static c => $"'{c.Key}'")) + (rare.Length > 5 ? ", …" : "");
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{rare.Length} of {counts.Count} classes have fewer than {LeastRowsOfClass} rows and were left out, as nothing can be learnt of them: {names}."));
        }

        var classes = ClassNames.Sort(counts.Where(static c => c.Value >= LeastRowsOfClass).Select(static c => c.Key));
        if (classes.Length < 2) throw new InputException($"Fewer than two classes of '{column}' have {LeastRowsOfClass} rows or more: there are too few labels to judge.");
        var codes = classes.Select(static (name, code) => (name, code)).ToDictionary(static p => p.name, static p => p.code, StringComparer.Ordinal);
        int[] rows = [.. Enumerable.Range(0, labels.Count).Where(row => labels[row] is { Length: > 0 } label && codes.ContainsKey(label))];
        return new(rows, [.. rows.Select(row => codes[labels[row]!])], classes, notes.ToImmutable());
    }
}
