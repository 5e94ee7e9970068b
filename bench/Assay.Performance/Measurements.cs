using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Assays.Performance;

/// <summary>Measures Assay against its yardsticks in one run, and writes the page.</summary>
internal static class Measurements
{
    private const int Threads = 2;
    private const string Python = "/usr/bin/python3";
    private const string Pandas = "/usr/lib/python3/dist-packages/pandas";

    public static async Task<int> WriteAsync(string page)
    {
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        if (!Directory.Exists(Pandas))
        {
            Console.Error.WriteLine("A yardstick is not here: install Debian's python3-pandas.");
            return 2;
        }

        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "assay-performance")).FullName;
        var (million, tenMillion, wide) = (
            await BenchmarkTable.MakeAsync(folder, 1_000_000), await BenchmarkTable.MakeAsync(folder, 10_000_000), await BenchmarkTable.MakeWideAsync(folder, 10_000, 2_000));

        Console.WriteLine("measuring 1M rows …");
        var summarize = await SelfAsync("summarize", million, times: 3);
        var profile = await SelfAsync("profile", million, times: 3);
        var quick = await CheckAsync(million, folder, "quick", times: 3);
        var stages = await StagesAsync(folder);
        var normal = await CheckAsync(million, folder, "normal");
        var pandas = await PandasAsync(million);
        Console.WriteLine("measuring 10M rows …");
        var summarizeTen = await SelfAsync("summarize", tenMillion);
        var profileTen = await SelfAsync("profile", tenMillion);
        var quickTen = await CheckAsync(tenMillion, folder, "quick", times: 2);
        Console.WriteLine("measuring a wide and a small table …");
        var wideQuick = await CheckAsync(wide, folder, "quick");
        var rare = await CheckAsync(await BenchmarkTable.MakeRareAsync(folder, 2_000_000, 5), folder, "quick");
        var hugeField = await CheckAsync(await BenchmarkTable.MakeHugeFieldAsync(folder), folder, "quick");
        var titanic = "../shared/data/real/titanic.csv";
        var small = File.Exists(titanic) ? titanic : "samples/orders.csv";
        var smallNormal = await CheckAsync(small, folder, "normal", times: 5);

        var text = new StringBuilder("""
            # Performance

            Made by `dotnet run --project bench/Assay.Performance -c Release`. Every job is a process of its own, start included; the fastest of
            three is kept at 1 million rows. Compare the ratios: seconds depend on the machine, and the clock's on what else it does.

            The table has 20 columns (8 normal numbers, 4 integers, 4 categories, a date, a text, an id, a label; gaps in two); it is read from CSV.
            `SUMMARIZE` is DuckDB's own, over the same file with the same threads. The check writes its HTML and JSON reports.


            """);
        text.Append(CultureInfo.InvariantCulture, $"Threads: {Threads}. Load average before the run: {load}.\n\n");
        text.Append("| job | rows × columns | wall s | CPU s | peak MB | × SUMMARIZE, wall | × SUMMARIZE, CPU |\n| --- | --- | --: | --: | --: | --: | --: |\n");
        Row("DuckDB SUMMARIZE", "1M × 20", summarize, summarize);
        Row("profile", "1M × 20", profile, summarize);
        Row("check --effort quick", "1M × 20", quick, summarize);
        Row("check --effort normal", "1M × 20", normal, summarize);
        Row("pandas read_csv, describe, nunique, corr", "1M × 20", pandas, summarize);
        Row("DuckDB SUMMARIZE", "10M × 20", summarizeTen, summarizeTen);
        Row("profile", "10M × 20", profileTen, summarizeTen);
        Row("check --effort quick", "10M × 20", quickTen, summarizeTen);
        Row("check --effort quick", "10k × 2,000", wideQuick, null);
        Row("check --effort quick, each text once", "2M × 5", rare, null);
        Row("check --effort quick, a field of 1 GB", "1k × 3", hugeField, null);
        Row($"check {Path.GetFileName(small)}, cold process", "small", smallNormal, null);
        text.Append(CultureInfo.InvariantCulture, $"\nFrom 1M to 10M rows the quick check takes {quickTen.Wall / quick.Wall:0.0} times the time and {quickTen.PeakInMegabytes / quick.PeakInMegabytes:0.00} times the memory.\n");
        text.Append(CultureInfo.InvariantCulture, $"\nWhere the time of the quick check goes, 1M × 20 (the last of the three runs):\n\n| stage | wall s |\n| --- | --: |\n{stages}");
        await File.WriteAllTextAsync(page, text.ToString());
        Console.WriteLine(text);
        return 0;

        void Row(string job, string size, Measured m, Measured? yardstick) => text.Append(
            CultureInfo.InvariantCulture,
            $"| {job} | {size} | {m.Wall:0.00} | {m.Cpu:0.00} | {m.PeakInMegabytes:0} | {Ratio(m.Wall, yardstick?.Wall)} | {Ratio(m.Cpu, yardstick?.Cpu)} |\n");
    }

    private static string Ratio(double value, double? yardstick) =>
        yardstick is { } y ? (value / y).ToString("0.00", CultureInfo.InvariantCulture) : "–";

    /// <summary>The stages of the report that was written last, a table's row each.</summary>
    private static async Task<string> StagesAsync(string folder)
    {
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "report.json")));
        return string.Concat(report.RootElement.GetProperty("timings").EnumerateArray().Select(
            static t => string.Create(CultureInfo.InvariantCulture, $"| {t.GetProperty("stage").GetString()} | {t.GetProperty("seconds").GetDouble():0.00} |\n")));
    }

    private static Task<Measured> SelfAsync(string verb, string path, int times = 1) =>
        Measured.OfAsync(Path.Combine(AppContext.BaseDirectory, "Assay.Performance"), [verb, path, Threads.ToString(CultureInfo.InvariantCulture)], times);

    private static Task<Measured> CheckAsync(string path, string folder, string effort, int times = 1) => Measured.OfAsync(
        Path.Combine(AppContext.BaseDirectory, "assay"),
        ["check", path, "--effort", effort, "--threads", Threads.ToString(CultureInfo.InvariantCulture), "--html", Path.Combine(folder, "report.html"), "--json", Path.Combine(folder, "report.json"), "--quiet"],
        times);

    private static Task<Measured> PandasAsync(string path) => Measured.OfAsync(
        Python, ["-c", "import sys, pandas as pd; d = pd.read_csv(sys.argv[1]); d.describe(include='all'); d.nunique(); d.select_dtypes('number').corr()", path]);
}
