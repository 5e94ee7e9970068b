using Assays.Findings;
using Assays.Reports;

namespace Assays.Quality;

/// <summary>One table put through the whole of Assay with its defaults.</summary>
internal sealed record Run(Assessment Assessment, List<Flag> Flags, double Seconds)
{
    public static async Task<Run> CheckAsync(string path)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var assessment = await Assay.CheckAsync(path);
        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        foreach (var failed in assessment.Outcomes.OfType<Outcome.Failed>()) Console.Error.WriteLine($"{path}: {failed.Rule.Name} failed: {failed.Error}");
        var flags = assessment.Findings
            .SelectMany(static finding => finding.Cells.Where(static cell => cell.IsLikely).Select(cell => new Flag(
                (cell.Row, cell.Column.Name), cell.Value, cell.Confidence, finding.Rule.Name, cell.Reason, cell.Repair?.Value)))
            .GroupBy(static flag => flag.Cell)
            .Select(static same => same.MaxBy(static flag => flag.Confidence)!)
            .ToList();
        return new(assessment, flags, elapsed.TotalSeconds);
    }
}
