namespace Assays.DriftBench;

/// <summary>What is compared with what: splits without drift, changes made on purpose, and drift that happened.</summary>
internal static class Cases
{
    private static readonly (int Rows, int Runs)[] Sizes = [(1_000, 96), (5_000, 40), (20_000, 32), (100_000, 24), (1_000_000, 8)];

    /// <summary>Halves of the same rows, of 1,000 to 1,000,000 rows each: two hundred in all, the tables in turn.</summary>
    public static IEnumerable<(RealTable Table, Rows Reference, Rows Current)> Splits(RealTable[] tables, double share)
    {
        var seed = 0;
        foreach (var (rows, runs) in Sizes)
        {
            var large = tables.Where(table => table.Sample.Rows >= 2 * rows).ToArray();
            if (large.Length == 0) continue;
            for (var run = 0; run < runs * share; run++)
            {
                var table = large[run % large.Length];
                var (reference, current) = table.Split(rows, new Random(++seed));
                yield return (table, reference, current);
            }
        }
    }

    /// <summary>Each kind of change in up to three columns of each table that allows it; the halves have 5,000 rows at most.</summary>
    public static IEnumerable<(RealTable Table, Change Change, Rows Reference, Rows Current, string[] Changed)> Changes(RealTable[] tables, string? only)
    {
        var seed = 10_000;
        foreach (var table in tables)
        {
            var random = new Random(++seed);
            var (reference, current) = table.Split(Math.Min(5_000, table.Sample.Rows / 2), random);
            foreach (var change in Change.All.Where(c => (only is null || c.Name.Contains(only, StringComparison.Ordinal)) && current.Cells.Length >= c.LeastRows))
            {
                var columns = Enumerable.Range(0, current.Names.Length).Where(at => change.Fits(ColumnFacts.Of(current, at))).ToArray();
                random.Shuffle(columns);
                foreach (var column in columns.Take(3))
                {
                    if (change.Do(current, column, random) is { } done) yield return (table, change, reference, done.Rows, done.Changed);
                }
            }
        }
    }

    /// <summary>Tables whose later rows are known to differ, with the columns that are known to; and one whose inputs are known not to.</summary>
    public static async Task<List<(string Name, Rows Reference, Rows Current, string[] Changed)>> KnownAsync(string folder)
    {
        var found = new List<(string, Rows, Rows, string[])>();
        var elec = await RealTable.ReadAsync(Path.Combine(folder, "elec2.csv"));
        var joined = Enumerable.Range(0, elec.Sample.Rows).First(row => elec.Sample.Columns[5][row] != elec.Sample.Columns[5][0]);
        string[] market = ["vicprice", "vicdemand", "transfer"];
        found.Add(("elec2: before and after the second market joins", elec.Take(Enumerable.Range(0, joined)), elec.Take(Enumerable.Range(joined, joined)), market));

        var housing = await RealTable.ReadAsync(Path.Combine(folder, "california_housing_reference.csv"), "clf_target", "id");
        var later = await RealTable.ReadAsync(Path.Combine(folder, "california_housing_analysis.csv"), "id");
        found.Add(("California housing: other regions", housing.Take(Enumerable.Range(0, housing.Sample.Rows)), later.Take(Enumerable.Range(0, later.Sample.Rows)), ["Latitude", "Longitude"]));

        var weather = await RealTable.ReadAsync(Path.Combine(folder, "weather.csv"));
        string[] warmth = ["temperature", "dew_point", "max_temperature", "min_temperature"];
        foreach (var year in (int[])[0, 12, 24, 36])
        {
            found.Add(($"weather: winter and summer of year {year + 1}", weather.Take(Enumerable.Range(365 * year, 90)), weather.Take(Enumerable.Range(365 * year + 182, 90)), warmth));
        }

        var sea = await RealTable.ReadAsync(Path.Combine(folder, "sea.csv"), "class");
        foreach (var part in (int[])[1, 2, 3])
        {
            found.Add(($"sea: inputs of concept {part} and {part + 1}", sea.Take(Enumerable.Range(12_500 * (part - 1), 12_500)), sea.Take(Enumerable.Range(12_500 * part, 12_500)), []));
        }

        return found;
    }
}
