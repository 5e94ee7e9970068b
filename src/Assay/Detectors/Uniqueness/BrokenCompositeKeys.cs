using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Uniqueness;

/// <summary>Columns that tell rows apart together, and in which a few combinations come more than once.</summary>
/// <param name="unique">The least share of rows with a combination of their own.</param>
public sealed class BrokenCompositeKeys(double unique = 0.99) : Detector
{
    private const int FewestRows = 200;
    private const int MostListed = 10_000;

    public override Rule Rule { get; } = new("AS0411", "broken-composite-keys", "Combination that should come once comes twice", Dimension.Uniqueness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        var keys = examination.Profile.Relations.Keys;
        // Where one column or one set tells all rows apart, another set may repeat itself and be right.
        if (sample.Rows < FewestRows || keys.Any(static k => k.UniqueShare == 1)) yield break;
        if (keys.FirstOrDefault(k => k.Columns.Length > 1 && k.UniqueShare >= unique) is not { } key) yield break;
        var repeats = Repeats(sample, key.Columns);
        if (repeats.Count > 0) yield return Report(sample, key, repeats);
    }

    private Finding Report(Sample sample, CandidateKey key, List<(int Row, int First)> repeats)
    {
        var (row, first) = repeats[0];
        var values = Wording.Join([.. key.Columns.Select(column => $"{column.Label} {Wording.Quote(sample[column][row] ?? "")}")]);
        return new(Rule, key.Columns, string.Create(CultureInfo.InvariantCulture,
            $"{Wording.Join([.. key.Columns.Select(static c => c.Label)])} together tell rows apart everywhere but in {Wording.Count(repeats.Count, "row")}: rows {sample.RowNumbers[first]} and {sample.RowNumbers[row]} both have {values} and differ elsewhere."))
        {
            Confidence = 0.6,
            WholeRows = [.. repeats.Take(MostListed).Select(repeat => sample.RowNumbers[repeat.Row])],
            AffectedRows = repeats.Count,
            AffectedCells = repeats.Count,
            Evidence = [new("repeats", (long)repeats.Count), new("uniqueShare", key.UniqueShare)],
        };
    }

    /// <summary>Rows that repeat the combination of an earlier row without being its copy: copies are another rule's.</summary>
    private static List<(int Row, int First)> Repeats(Sample sample, ImmutableArray<Column> key)
    {
        var columns = key.Select(column => sample[column]).ToImmutableArray();
        var first = new Dictionary<ulong, int>(sample.Rows);
        var repeats = new List<(int, int)>();
        for (var row = 0; row < sample.Rows; row++)
        {
            var print = RowPrint.Of(columns, row);
            if (first.TryAdd(print, row)) continue;
            var (earlier, at) = (first[print], row);
            if (sample.Columns.Any(other => other.Codes[at] != other.Codes[earlier])) repeats.Add((row, earlier));
        }

        return repeats;
    }
}
