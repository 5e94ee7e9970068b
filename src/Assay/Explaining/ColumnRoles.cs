using Assays.Data;
using Assays.Detectors;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Explaining;

/// <summary>What the columns are there for, by kind: each is named once.</summary>
internal static class ColumnRoles
{
    private const int MostNamed = 12;
    private const int MostValues = 3;

    public static IEnumerable<string> Tell(Evidence evidence)
    {
        var left = evidence.Profile.Columns.ToList();
        if (evidence.Profile.Rows == 0) yield break;
        if (evidence.Target is { } target) yield return Target(evidence.Profile[target]);

        var keys = evidence.Profile.Relations.Keys.Where(static k => k.Columns.Length == 1).Select(static k => k.Columns[0].Ordinal).ToHashSet();
        foreach (var (take, tell) in Roles(keys))
        {
            var those = left.FindAll(take);
            left.RemoveAll(take);
            if (those.Count > 0) yield return tell(those);
        }
    }

    private static (Predicate<ColumnProfile> Take, Func<List<ColumnProfile>, string> Tell)[] Roles(HashSet<int> keys) =>
    [
        (static c => c.Type == ValueType.Empty || c.Distinct.Value == 0, static those => $"Without a single value: {Names(those)}."),
        (static c => c.IsConstant, static those => $"The same in every row that has a value, and so no news: {Names(those)}."),
        (c => keys.Contains(c.Column.Ordinal) && !Kind.IsTime(c), static those => $"To name a row: {Names(those)}."),
        (Kind.IsTime, static those => $"When: {Names(those, Span)}."),
        (static c => c.IsPersonal, static those => $"About persons, and not shown in reports: {Names(those, static c => Words(c.Semantic))}."),
        (Kind.IsPlace, static those => $"Where: {Names(those)}."),
        (Kind.IsMeasured, static those => $"Numbers to calculate with: {Names(those, Usual)}."),
        (Kind.IsAnswer, static those => $"One of two: {Names(those, Values)}."),
        (Kind.IsKinds, static those => $"Kinds: {Names(those, Values)}."),
        (static c => c.Semantic == SemanticType.FreeText, static those => $"Free text: {Names(those)}."),
        (static c => c.Type == ValueType.Text, static those => $"Names and codes of many values: {Names(those, static c => Wording.Count(c.Distinct.Value, "value"))}."),
        (static _ => true, static those => $"Others: {Names(those, static c => Words(c.Semantic))}."),
    ];

    private static string Target(ColumnProfile column)
    {
        var what = Kind.IsMeasured(column) && column.Distinct.Value > 20 ? Usual(column) : Values(column);
        return $"To be predicted: {column.Column.Label}{(what is null ? "" : $" ({what})")}.";
    }

    private static string Names(List<ColumnProfile> columns, Func<ColumnProfile, string?>? more = null) => Wording.Join(
        [.. columns.Take(MostNamed).Select(c => more?.Invoke(c) is { Length: > 0 } said ? $"{c.Column.Label} ({said})" : c.Column.Label)], columns.Count - MostNamed);

    private static string? Words(SemanticType meaning) => meaning switch
    {
        SemanticType.None => null,
        SemanticType.Email => "e-mail addresses",
        SemanticType.Phone => "telephone numbers",
        SemanticType.Name => "names",
        SemanticType.IpAddress => "IP addresses",
        _ => null,
    };

    private static string Span(ColumnProfile column) => column.IsPersonal ? "" : $"{Moment.Day(column.Temporal!.Min)} to {Moment.Day(column.Temporal.Max)}";

    /// <summary>Where nine values of ten lie.</summary>
    private static string? Usual(ColumnProfile column)
    {
        if (column.Numeric is not { Quantiles.IsEmpty: false } numbers) return null;
        var (low, high) = (Figure.Of(numbers.At(0.05)), Figure.Of(numbers.At(0.95)));
        return low == high ? $"mostly {low}" : $"mostly {low} to {high}{Unit(column)}";
    }

    private static string Unit(ColumnProfile column) =>
        column.Semantic == SemanticType.Measure && column.SemanticDetail is { Length: > 0 and <= 8 } unit && unit != "count" ? $" {unit}" : "";

    private static string? Values(ColumnProfile column)
    {
        if (column.TopValues.IsEmpty) return null;
        var few = column.Distinct.Value <= MostValues + 1;
        var named = column.TopValues.Take(few ? MostValues + 1 : MostValues).Select(static v => Wording.Quote(v.Value)).ToList();
        return few ? Wording.Join(named) : $"{Wording.Count(column.Distinct.Value, "value")}, mostly {Wording.Join(named)}";
    }
}
