using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Consistency;

/// <summary>Two columns' values in one cell: <c>Afton VA</c> in the city while the state is empty.</summary>
public sealed class MergedCells : Detector
{
    private const int LeastRows = 3;

    /// <summary>Letters or digits that a value must have to be recognised at the end of another.</summary>
    private const int LeastLength = 2;

    /// <summary>Distinct values of the empty column; free text has more and its words end other texts by chance.</summary>
    private const int MostValues = 5_000;

    private const double LeastConfidence = 0.5;

    public override Rule Rule { get; } = new("AS0320", "merged-cells", "Two values in one cell", Dimension.Consistency, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        foreach (var part in sample.Columns)
        {
            if (part.Present == sample.Rows || part.Values.Length is < 2 or > MostValues) continue;
            var domain = part.Values.Where(static v => v.Length >= LeastLength && v.Any(char.IsLetter)).ToHashSet(StringComparer.Ordinal);
            if (domain.Count < 2) continue;
            foreach (var whole in sample.Columns)
            {
                if (whole != part && Merge(sample, whole, part, domain) is { } finding) yield return finding;
            }
        }
    }

    private Finding? Merge(Sample sample, SampledColumn whole, SampledColumn part, HashSet<string> domain)
    {
        var splits = whole.Values.Select(value => Split(value, domain)).ToArray();
        var (merged, gaps, chance, others) = (new List<int>(), 0, 0, 0);
        for (var row = 0; row < sample.Rows; row++)
        {
            var code = whole.Codes[row];
            if (code < 0) continue;
            if (part.Codes[row] >= 0)
            {
                others++;
                if (splits[code] is not null) chance++;
                continue;
            }

            gaps++;
            if (splits[code] is not null) merged.Add(row);
        }

        if (merged.Count < LeastRows) return null;
        // Where the other cell is filled the same ending is mere chance; what is above that rate is merging.
        var byChance = gaps * (chance + 0.5) / (others + 1);
        var confidence = Math.Min(0.98, 1 - (byChance / merged.Count));
        if (confidence < LeastConfidence || merged.Count < 2 * byChance) return null;

        var cells = ImmutableArray.CreateBuilder<SuspectCell>(2 * merged.Count);
        foreach (var row in merged)
        {
            var text = whole[row]!;
            var (rest, taken) = splits[whole.Codes[row]]!.Value;
            var reason = $"{Wording.Quote(text)} ends with the {part.Column.Label} {Wording.Quote(taken)}, and {part.Column.Label} is empty in the same row.";
            cells.Add(new(sample.RowNumbers[row], whole.Column, text, confidence, reason, new(rest)));
            cells.Add(new(sample.RowNumbers[row], part.Column, null, confidence, reason, new(taken)));
        }

        return new(Rule, [whole.Column, part.Column],
            $"In {Wording.Count(merged.Count, "row")} {whole.Column.Label} holds the value of {part.Column.Label} too, which is empty there. For instance: {cells[0].Reason}")
        {
            Cells = cells.ToImmutable(),
            AffectedRows = merged.Count,
            AffectedCells = cells.Count,
            Confidence = confidence,
            Evidence = [new("rows", (long)merged.Count), new("emptyRows", (long)gaps), new("endingByChance", (long)chance)],
            Repair = new($"Move the last word of {whole.Column.Label} to {part.Column.Label}.", false),
        };
    }

    /// <summary>A value of the domain at the end of a text, after a space or a comma, and what stands before it.</summary>
    private static (string Head, string Taken)? Split(string text, HashSet<string> domain)
    {
        for (var at = 1; at < text.Length - 1; at++)
        {
            if (text[at] is not (' ' or ',' or ';' or '/')) continue;
            var taken = text[(at + 1)..].TrimStart();
            var rest = text[..at].TrimEnd(' ', ',', ';', '/');
            if (rest.Length > 0 && domain.Contains(taken)) return (rest, taken);
        }

        return null;
    }
}
