using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;
using Assays.Statistics;

namespace Assays.Detectors.Uniqueness;

/// <summary>
/// Rows that say the same as an earlier row, written otherwise: under another key, in another notation, or with a slip in one value.
/// </summary>
/// <param name="most">The largest share of rows that may be near duplicates; with more, likeness is the nature of the table.</param>
public sealed class NearDuplicateRows(double most = 0.05) : Detector
{
    private const int FewestColumns = 3;
    private const int FewestRows = 20;
    private const int MostListed = 10_000;

    /// <summary>Rows that are alike but for one column, beyond which the group is a kind of thing and not one thing.</summary>
    private const int MostAlike = 4;

    public override Rule Rule { get; } = new("AS0410", "near-duplicate-rows", "Near duplicates of rows", Dimension.Uniqueness, Severity.Warning);

    public override string? NotApplicable(Examination examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return examination.Sample.IsComplete ? null : string.Create(CultureInfo.InvariantCulture, $"All rows must be at hand to be compared; these are {examination.Sample.Rows:#,0} of {examination.Sample.TableRows:#,0}.");
    }

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        var keys = sample.Columns.Where(c => examination.Profile[c.Column].Semantic is SemanticType.Identifier or SemanticType.Uuid).ToImmutableArray();
        var columns = sample.Columns.Where(c => !keys.Contains(c) && c.Values.Length > 1).Select(FoldedColumn.Of).ToImmutableArray();
        if (sample.Rows < FewestRows || columns.Length < FewestColumns) yield break;

        var prints = RowPrint.All(columns, sample.Rows);
        var twins = Twins(sample, columns, prints);
        if (twins.Count > 0 && EqualRows.AreExpected(columns, prints)) twins.Clear();
        foreach (var column in columns) twins.AddRange(Slips(examination, columns, column, prints));

        var told = twins.DistinctBy(static t => t.Row).OrderBy(static t => t.Row).ToImmutableArray();
        if (told.Length > 0 && told.Length <= most * sample.Rows) yield return Report(examination, told, keys);
    }

    /// <summary>Rows that fold to an earlier row and are not equal to it.</summary>
    private static List<Twin> Twins(Sample sample, ImmutableArray<SampledColumn> columns, ulong[] prints)
    {
        var first = new Dictionary<ulong, int>(sample.Rows);
        var twins = new List<Twin>();
        for (var row = 0; row < sample.Rows; row++)
        {
            if (first.TryAdd(prints[row], row)) continue;
            var (earlier, at) = (first[prints[row]], row);
            if (columns.Any(c => c.Codes[at] != c.Codes[earlier]) || sample.Columns.All(c => c.Codes[at] == c.Codes[earlier])) continue;
            twins.Add(new(row, earlier, null));
        }

        return twins;
    }

    /// <summary>Rows that differ from an earlier one in one column only, where one of the two values is a slip of the other.</summary>
    private static List<Twin> Slips(Examination examination, ImmutableArray<SampledColumn> columns, SampledColumn column, ulong[] prints)
    {
        var raw = examination.Sample[column.Column];
        if (examination.Profile[column.Column].Type != Profiling.ValueType.Text) return [];
        var others = RowPrint.Without(column, prints);
        var pairs = Alike(others, prints);
        var slips = pairs.Where(p => Differs(raw[p.Row], raw[p.Earlier])).Select(p => new Twin(p.Row, p.Earlier, column.Column)).ToList();
        // Where most rows that are alike differ in this column by more than a slip, it tells different things apart, and slips are among them by chance.
        if (slips.Count == 0 || slips.Count < 0.5 * pairs.Count) return [];
        return EqualRows.AreExpected(columns.Remove(column), others) ? [] : slips;
    }

    /// <summary>Pairs of rows with the same print in all columns but one, and different ones in that; rows of large groups have too many companions to be one thing.</summary>
    private static List<(int Row, int Earlier)> Alike(ulong[] others, ulong[] prints)
    {
        var (order, keys) = (Enumerable.Range(0, others.Length).ToArray(), (ulong[])others.Clone());
        Array.Sort(keys, order);
        var pairs = new List<(int, int)>();
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            if (end - start is > 1 and <= MostAlike)
            {
                var rows = order[start..end].Order().ToArray();
                pairs.AddRange(rows.Skip(1).Where(row => prints[row] != prints[rows[0]]).Select(row => (row, rows[0])));
            }

            start = end;
        }

        return pairs;
    }

    private static bool Differs(string? left, string? right)
    {
        if (left is null || right is null || !left.Any(char.IsLetter) || !right.Any(char.IsLetter)) return false;
        // Numbered things differ in their numbers.
        if (!left.Where(char.IsAsciiDigit).SequenceEqual(right.Where(char.IsAsciiDigit))) return false;
        var limit = Math.Min(left.Length, right.Length) / 5;
        return limit > 0 && Edit.Distance(left, right, limit) <= limit;
    }

    private Finding Report(Examination examination, ImmutableArray<Twin> twins, ImmutableArray<SampledColumn> keys)
    {
        var sample = examination.Sample;
        var slips = twins.Count(static t => t.Slip is not null);
        var how = (slips, keys.IsEmpty) switch
        {
            (0, false) => $"in all but {Wording.Join([.. keys.Take(3).Select(static k => k.Column.Label)], keys.Length - 3)}",
            (0, true) => "in another notation",
            _ when slips == twins.Length => $"with a slip in {Wording.Join([.. twins.Select(static t => t.Slip!.Label).Distinct().Take(3)])}",
            _ => "under another key, in another notation or with a slip in one value",
        };
        return new(Rule, [], $"{Wording.Count(twins.Length, "row")} {(twins.Length == 1 ? "says" : "say")} the same as an earlier row {how}: {Example(examination, twins[0])}. The same thing is probably counted twice.")
        {
            Confidence = 0.8,
            WholeRows = [.. twins.Take(MostListed).Select(twin => sample.RowNumbers[twin.Row])],
            AffectedRows = twins.Length,
            AffectedCells = twins.Length,
            Evidence = [new("rows", (long)twins.Length), new("slips", (long)slips), new("firstPairs", string.Join(", ", twins.Take(10).Select(t => FormattableString.Invariant($"{sample.RowNumbers[t.Row]} ~ {sample.RowNumbers[t.Earlier]}"))))],
            Repair = new("Look at both rows of a pair, keep the better one and drop the other.", IsCertain: false),
        };
    }

    private static string Example(Examination examination, Twin twin)
    {
        var sample = examination.Sample;
        var different = sample.Columns.Where(c => c.Codes[twin.Row] != c.Codes[twin.Earlier] && !examination.Profile[c.Column].IsPersonal).Take(2)
            .Select(c => $"{c.Column.Label} is {Quoted(c[twin.Row])} and {Quoted(c[twin.Earlier])}").ToList();
        return FormattableString.Invariant($"row {sample.RowNumbers[twin.Row]} and row {sample.RowNumbers[twin.Earlier]}{(different.Count == 0 ? "" : $", where {Wording.Join(different)}")}");
    }

    private static string Quoted(string? value) => value is null ? "missing" : Wording.Quote(value);

    /// <summary>A row, the earlier one that it says the same as, and the column of the slip where there is one.</summary>
    private readonly record struct Twin(int Row, int Earlier, Column? Slip);
}
