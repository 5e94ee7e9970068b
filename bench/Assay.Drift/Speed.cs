using System.Diagnostics;
using Assays.Data;
using Assays.Drift;
using Assays.Drift.Baselines;
using Assays.Performance;

namespace Assays.DriftBench;

/// <summary>What comparing a million rows with a baseline costs beside profiling them, in CPU seconds: the least of three runs in turns.</summary>
internal sealed record Speed(double Profile, double Compare, long Bytes, double ByTime)
{
    private const long Rows = 1_000_000;
    private const int Turns = 3;

    public static async Task<Speed> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("assay-drift-speed-").FullName;
        try
        {
            var source = Source.Parse(await BenchmarkTable.MakeAsync(folder, Rows));
            Baseline? baseline = null;
            var least = new Speed(double.MaxValue, double.MaxValue, 0, double.MaxValue);
            for (var turn = 0; turn < Turns; turn++)
            {
                least = least with { Profile = Math.Min(least.Profile, await CpuAsync(async () => baseline = await Assay.BaselineAsync(source))) };
                least = least with { Compare = Math.Min(least.Compare, await CpuAsync(() => Assay.CompareAsync(new Reference.Kept(baseline!), source))) };
                least = least with { ByTime = Math.Min(least.ByTime, await CpuAsync(() => Assay.CompareAsync(new Reference.Kept(baseline!), source, new() { By = "date" }))) };
            }

            using var file = new MemoryStream();
            BaselineFile.Write(baseline!, file);
            return least with { Bytes = file.Length };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> CpuAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
