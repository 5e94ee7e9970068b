using Assays.Quality;

namespace Assays.Corruption;

/// <summary>One table with errors of one kind, put through the whole of Assay.</summary>
/// <param name="Table">The clean table's name.</param>
/// <param name="Kind">What was planted.</param>
/// <param name="Share">The share of cells or rows struck.</param>
/// <param name="Score">How well it was found: cells, or rows where rows were repeated.</param>
/// <param name="Rows">How well the rule on odd rows found the rows that were struck.</param>
/// <param name="Flags">Each flagged cell, and whether it was struck.</param>
/// <param name="Run">What Assay said.</param>
internal sealed record Trial(string Table, string Kind, double Share, Score Score, Score Rows, List<(Flag Flag, bool IsHit)> Flags, Run Run)
{
    /// <summary>What each rule said alone, before its confidence was calibrated: of the cells that one rule flags.</summary>
    public IEnumerable<(string Rule, double Confidence, bool IsHit)> Alone()
    {
        var isHit = Flags.ToDictionary(static f => f.Flag.Cell, static f => f.IsHit);
        return Run.Assessment.Findings
            .SelectMany(static finding => finding.Cells.Where(static cell => cell.IsLikely).Select(cell => (Key: (cell.Row, cell.Column.Name), Rule: finding.Rule.Name, cell.Confidence)))
            .Where(told => isHit.ContainsKey(told.Key))
            .GroupBy(static told => told.Key)
            .Where(static told => told.Count() == 1)
            .Select(told => (told.First().Rule, Calibration.Shifted(told.First().Confidence, -Calibration.Shift(told.First().Rule)), isHit[told.Key]));
    }

    /// <summary>Plants and scores; none where the table has nothing that could be struck.</summary>
    /// <param name="clean">What Assay said of the clean table: nobody can say whether it is right, so that these cells and rows neither count nor cost.</param>
    public static async Task<Trial?> RunAsync(CleanTable table, Kind kind, double share, int seed, Run clean)
    {
        var planting = new Planting(table, share, seed);
        kind.Plant(planting);
        var errors = new Dictionary<(long, string), (string, string)>();
        for (var row = 0; row < table.Rows.Length; row++)
        {
            for (var column = 0; column < table.Header.Length; column++)
            {
                var (dirty, sound) = (planting.Dirty[row][column], table.Rows[row][column]);
                if (dirty != sound) errors[(row, table.Header[column])] = (dirty, planting.Meant.GetValueOrDefault((row, column), sound));
            }
        }

        if (errors.Count == 0 && planting.Dirty.Count == table.Rows.Length) return null;
        var run = await CheckAsync(table, planting.Dirty);
        var truth = new Truth(errors, [], [.. clean.Flags.Select(static flag => flag.Cell).Where(cell => !errors.ContainsKey(cell))], 0);
        var flags = run.Flags.Where(flag => !truth.Ignored.Contains(flag.Cell)).Select(flag => (flag, errors.ContainsKey(flag.Cell))).ToList();
        var struck = errors.Keys.Select(static cell => cell.Item1).ToHashSet();
        var odd = Odd(run).Except(Odd(clean)).ToList();
        var rows = new Score(odd.Count(struck.Contains), odd.Count, struck.Count, 0, 0, 0);
        return new(table.Name, kind.Name, share, Score.Of(truth, run.Flags, false) + Copies(table, planting.Dirty.Count, run), rows, flags, run);
    }

    /// <summary>What Assay says of rows.</summary>
    public static async Task<Run> CheckAsync(CleanTable table, IEnumerable<string[]> rows)
    {
        var file = Path.Combine(Path.GetTempPath(), $"assay-corruption-{Environment.ProcessId}.csv");
        try
        {
            await File.WriteAllLinesAsync(file, [Line(table.Header), .. rows.Select(Line)]);
            return await Run.CheckAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Line(string[] fields) => string.Join(',', fields.Select(CsvFile.Field));

    private static IEnumerable<long> Odd(Run run) => run.Assessment.Findings.Where(static finding => finding.Rule.Name == "odd-rows").SelectMany(static finding => finding.WholeRows);

    /// <summary>Rows found to be copies of earlier ones; those that the clean table has already are left out.</summary>
    private static Score Copies(CleanTable table, int rows, Run run)
    {
        if (rows == table.Rows.Length) return default;
        var flagged = run.Assessment.Findings.SelectMany(static finding => finding.WholeRows).Distinct().Where(row => row >= table.Rows.Length).Count();
        return new(flagged, flagged, rows - table.Rows.Length, 0, 0, 0);
    }
}
