using System.Collections.Immutable;
using System.Diagnostics;
using Assays.Data;
using Assays.Engines;
using Assays.Findings;
using Assays.Learning;
using Assays.Reports;

namespace Assays.Quality;

/// <summary>One table put through the whole of Assay with its defaults.</summary>
/// <param name="Flags">The flagged cells, each once.</param>
/// <param name="Rules">For each flagged cell the rules that flag it.</param>
/// <param name="Costs">What each rule took.</param>
internal sealed record Run(
    Assessment Assessment, List<Flag> Flags, ILookup<(long Row, string Column), string> Rules, ImmutableDictionary<string, TimeSpan> Costs, double Seconds)
{
    public static async Task<Run> CheckAsync(string path)
    {
        var clock = new CheckClock();
        var began = Stopwatch.GetTimestamp();
        var assessment = await new Checkup(EngineCatalog.All, clock.Time([.. CheckCatalog.All, .. LearningCatalog.All])).RunAsync(Source.Parse(path), new());
        var elapsed = Stopwatch.GetElapsedTime(began);
        foreach (var failed in assessment.Outcomes.OfType<Outcome.Failed>()) Console.Error.WriteLine($"{path}: {failed.Rule.Name} failed: {failed.Error}");
        var told = assessment.Findings
            .SelectMany(static finding => finding.Cells.Where(static cell => cell.IsLikely).Select(cell => new Flag(
                (cell.Row, cell.Column.Name), cell.Value, cell.Confidence, finding.Rule.Name, cell.Reason, cell.Repair?.Value)))
            .ToList();
        return new(
            assessment, [.. told.GroupBy(static flag => flag.Cell).Select(static same => same.MaxBy(static flag => flag.Confidence)!)],
            told.Distinct().ToLookup(static flag => flag.Cell, static flag => flag.Detector), clock.Costs, elapsed.TotalSeconds);
    }
}
