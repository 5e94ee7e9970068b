using System.Diagnostics;
using System.Globalization;

namespace Assays.Performance;

/// <summary>What a process took.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of all processors.</param>
/// <param name="PeakInMegabytes">Largest resident memory.</param>
internal readonly record struct Measured(double Wall, double Cpu, double PeakInMegabytes)
{
    /// <summary>Runs a program to its end, <paramref name="times"/> times, and keeps the time of the fastest and the largest memory.</summary>
    /// <exception cref="InvalidOperationException">The program failed: what it took says nothing.</exception>
    public static async Task<Measured> OfAsync(string program, string[] arguments, int times = 1)
    {
        var best = new Measured(double.MaxValue, 0, 0);
        for (var i = 0; i < times; i++)
        {
            var one = await OnceAsync(program, arguments);
            best = (one.Wall < best.Wall ? one : best) with { PeakInMegabytes = Math.Max(one.PeakInMegabytes, best.PeakInMegabytes) };
        }

        return best;
    }

    private static async Task<Measured> OnceAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (peak, cpu) = (0.0, 0.0);
        while (!process.HasExited)
        {
            (peak, cpu) = (Math.Max(peak, PeakOf(process.Id)), Math.Max(cpu, CpuOf(process)));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(10));
        }

        var wall = clock.Elapsed.TotalSeconds;
        await output;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
        return new(wall, cpu, peak);
    }

    // The high-water mark is kept by the kernel, so polling misses no peak but one in the last moments.
    private static double PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(static l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(6, line.Length - 8), NumberStyles.Float, CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static double CpuOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
