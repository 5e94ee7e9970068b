using System.Globalization;
using Assays.Data;
using Assays.Detectors;
using Assays.Drift;
using Assays.Findings;
using Assays.Profiling;
using Assays.Reports;

namespace Assays.DriftBench;

/// <summary>A real table whose times were dealt out anew, so that nothing depends on them, cut in two by time; then a change from one day on, or in one group.</summary>
/// <param name="Case">What was done.</param>
/// <param name="Changed">The column that changed; none where nothing did.</param>
/// <param name="Expected">The period, or the group, in which it changed.</param>
internal sealed record DatedTrial(string Table, string Case, string? Changed, string Expected, Assessment Assessment)
{
    private const int MostRows = 12_000;
    private const double ReferenceShare = 0.6;

    public Finding[] Found => [.. Assessment.Findings.Where(static f => f.Rule.Id is "AS0818" or "AS0819")];

    public bool IsCaught => Found.Any(f => f.Columns[0].Label == Changed);

    /// <summary>Whether the change is told of the right period or the one before or after it, or of the right group.</summary>
    public bool IsPlaced => Found.Any(f => f.Columns[0].Label == Changed && Near().Any(name => f.Explanation.Contains(name, StringComparison.Ordinal)));

    public int Others => Found.Count(f => f.Columns[0].Label != Changed);

    /// <summary>Twins, then each change that a table allows, along time and by its commonest category.</summary>
    public static async Task<List<DatedTrial>> RunAsync(RealTable[] tables, int twins)
    {
        var trials = new List<DatedTrial>();
        foreach (var table in tables)
        {
            if (TimeColumn(table) is not { } time) continue;
            for (var seed = 1; seed <= twins; seed++)
            {
                var (old, now) = Cut(table, time, new Random(seed));
                trials.Add(new(table.Name, "twins along time", null, "", await CompareAsync(old, now, now.Names[time])));
                if (GroupColumn(now) is { } group) trials.Add(new(table.Name, "twins by group", null, "", await CompareAsync(old, now, now.Names[group])));
            }

            foreach (var change in Change.All.Where(static c => c.Whole is null))
            {
                var random = new Random(7);
                var (old, now) = Cut(table, time, random);
                var columns = Enumerable.Range(0, now.Names.Length).Where(at => at != time && change.Fits(ColumnFacts.Of(now, at))).ToArray();
                if (columns.Length == 0 || now.Cells.Length < change.LeastRows) continue;
                var column = columns[random.Next(columns.Length)];
                var day = now.Cells.Select(row => Day(row[time])).OfType<DateTime>().Order().ElementAt(now.Cells.Length / 2);
                var dated = Apply(now, change, column, row => Day(row[time]) >= day, random);
                trials.Add(new(table.Name, "from one day on: " + change.Name, now.Names[column], day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), await CompareAsync(old, dated, now.Names[time])));
                if (GroupColumn(now) is not { } by || by == column) continue;
                var value = ColumnFacts.Of(now, by).Second!;
                if (now.Cells.Count(row => row[by] == value) < 100) continue;
                trials.Add(new(table.Name, "in one group: " + change.Name, now.Names[column], value, await CompareAsync(old, Apply(now, change, column, row => row[by] == value, random), now.Names[by])));
            }
        }

        return trials;
    }

    private string[] Near()
    {
        var parts = Assessment.Reference!.Parts!;
        if (parts.Period is null) return [Expected];
        var names = parts.Parts.Select(static p => p.Name).ToArray();
        var at = Array.FindLastIndex(names, name => string.CompareOrdinal(Sortable(name), Expected) <= 0);
        return names[Math.Max(0, at - 1)..Math.Min(names.Length, at + 2)];

        // A quarter's name is put by its first month.
        static string Sortable(string name) => name.Contains("-Q", StringComparison.Ordinal) ? $"{name[..4]}-{3 * (name[^1] - '1') + 1:00}" : name;
    }

    private static DateTime? Day(string? text) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.Date : null;

    private static int? TimeColumn(RealTable table)
    {
        var profile = Profiler.Profile(table.Sample.Rows <= 20_000 ? table.Sample : table.Take(Enumerable.Range(0, 20_000)).Encoded());
        return profile.Columns.FirstOrDefault(c => c.Temporal is { EpochUnit: null } && c.Type != Profiling.ValueType.Time && c.MissingShare < 0.05 && Day(c.TopValues[0].Value) is not null)?.Column.Ordinal;
    }

    private static int? GroupColumn(Rows rows) => Enumerable.Range(0, rows.Names.Length)
        .Where(at => ColumnFacts.Of(rows, at) is { IsNumeric: false, Distinct: >= 3 and <= 60, SecondShare: >= 0.05, MissingShare: < 0.2 }).Select(static at => (int?)at).FirstOrDefault();

    private static (Rows Reference, Rows Current) Cut(RealTable table, int time, Random random)
    {
        var drawn = Enumerable.Range(0, table.Sample.Rows).ToArray();
        random.Shuffle(drawn);
        var rows = table.Take(drawn.Take(MostRows));
        var times = rows.Cells.Select(row => row[time]).Where(static text => Day(text) is not null).OrderBy(static text => Day(text)).ThenBy(static text => text, StringComparer.Ordinal).ToArray();
        var cells = rows.Cells.Take(times.Length).Select((row, i) => row.Select((value, at) => at == time ? times[i] : value).ToArray()).ToArray();
        var border = cells.Select(row => Day(row[time])).ElementAt((int)(ReferenceShare * cells.Length));
        return (rows with { Cells = [.. cells.Where(row => Day(row[time]) < border)] }, rows with { Cells = [.. cells.Where(row => Day(row[time]) >= border)] });
    }

    private static Rows Apply(Rows rows, Change change, int column, Func<string?[], bool> where, Random random)
    {
        var facts = ColumnFacts.Of(rows, column);
        return rows with { Cells = [.. rows.Cells.Select(row => where(row) ? row.Select((value, at) => at == column ? change.Make(value, facts, random) : value).ToArray() : row)] };
    }

    private static Task<Assessment> CompareAsync(Rows reference, Rows current, string by) => TrialFiles.UseAsync(
        reference, current, (old, now) => Assay.CompareAsync(new Reference.Table(Source.Parse(old)), Source.Parse(now), new() { By = by, Effort = Effort.Quick }));
}
