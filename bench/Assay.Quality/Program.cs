using System.Globalization;
using Assays.Quality;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var data = Path.GetFullPath(Option("--data") ?? Path.Combine(Root(), "..", "shared", "data"));
var only = Option("--only");
var half = Option("--half");
var show = int.Parse(Option("--show") ?? "0", CultureInfo.InvariantCulture);
var report = new QualityReport();

if (only is null || only == "columns") await ColumnBench.RunAsync(Path.Combine(data, "columns", "st_bench_dev.jsonl"), report, show);
if (only != "columns")
{
    var at = 0;
    foreach (var pair in TablePair.In(Path.Combine(data, "errors")).Where(p => only is null || $"{p.Group}/{p.Name}".Contains(only, StringComparison.Ordinal)))
    {
        if (half is not null && pair.Group != pair.Name && (half == "even") != (at++ % 2 == 0)) continue;
        await PairBench.RunAsync(pair, report, show, !args.Contains("--dirty"));
    }

    if (only is null || only == "real")
    {
        foreach (var name in new[] { "diamonds", "penguins", "taxis", "planets", "mpg", "healthexp", "titanic", "seattle-weather" })
        {
            await PairBench.RunCleanAsync(name, Path.Combine(data, "real", $"{name}.csv"), report, show);
        }
    }
}

var text = report.Write();
Console.WriteLine(text);
if (only is null && half is null)
{
    var docs = Path.Combine(Root(), "docs");
    Directory.CreateDirectory(docs);
    File.WriteAllText(Path.Combine(docs, "quality.md"), text);
}

string? Option(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "assay.slnx"))) folder = folder.Parent;
    return folder?.FullName ?? Directory.GetCurrentDirectory();
}
