using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assays.Drift;
using Assays.Drift.Baselines;
using Assays.DriftBench;
using Assays.Profiling;
using Assays.Statistics;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var data = Path.GetFullPath(Option("--data") ?? Path.Combine(Root(), "..", "shared", "data"));
var (only, kind, share) = (Option("--only"), Option("--kind"), double.Parse(Option("--splits") ?? "1", CultureInfo.InvariantCulture));
string[] files =
[
    "real/birdstrikes.csv", "real/diamonds.csv", "real/mpg.csv", "real/movies.json", "real/penguins.csv", "real/seattle-weather.csv", "real/taxis.csv", "real/titanic.csv", "real/zipcodes.csv",
    "real/flights-3m.parquet", "drift/weather.csv", "drift/elec2.csv", "drift/sea.csv", "drift/employment_MA_reference.pq",
];
string[] parts = (Option("--parts") ?? "changes,splits,known,dated,speed").Split(',');
var tables = new List<RealTable>();
foreach (var file in files.Where(file => only is null || file.Contains(only, StringComparison.Ordinal))) tables.Add(await RealTable.ReadAsync(Path.Combine(data, file)));
var (splits, changes, known) = (new List<Trial>(), new List<Trial>(), new List<Trial>());
var clock = Stopwatch.StartNew();

foreach (var (table, change, reference, current, changed) in parts.Contains("changes") ? Cases.Changes([.. tables], kind) : [])
{
    changes.Add(await Trial.RunAsync(table.Name, change.Name, reference, current, changed, change.Rules));
    if (!changes[^1].IsNamed) Console.Error.WriteLine($"{table.Name} | {change.Name} | {string.Join('+', changed)} | {changes[^1].Assessment.Reference!.Verdict} {string.Join("; ", changes[^1].Serious.Select(static f => f.Id))}");
}

Console.Error.WriteLine($"{changes.Count} changes, {clock.Elapsed.TotalSeconds:0} s");
foreach (var (table, reference, current) in parts.Contains("splits") ? Cases.Splits([.. tables], share) : [])
{
    splits.Add(await Trial.RunAsync(table.Name, "split", reference, current, [], []));
    if (splits[^1].IsCaught) Console.Error.WriteLine($"false alarm: {table.Name} {splits[^1].Rows} {string.Join("; ", splits[^1].Serious.Select(static f => $"{f.Id} {f.Explanation}"))}");
}

Console.Error.WriteLine($"{splits.Count} splits, {clock.Elapsed.TotalSeconds:0} s");
if (parts.Contains("known"))
{
    foreach (var (name, reference, current, changed) in await Cases.KnownAsync(Path.Combine(data, "drift"))) known.Add(await Trial.RunAsync(name, name, reference, current, changed, []));
}

var dated = parts.Contains("dated") ? await DatedTrial.RunAsync([.. tables], twins: 20) : [];
foreach (var trial in dated.Where(static t => t.Changed is null ? t.Others > 0 : !t.IsPlaced || t.Others > 0))
{
    Console.Error.WriteLine($"{trial.Table} | {trial.Case} | {trial.Changed} {trial.Expected} | {string.Join("; ", trial.Found.Select(static f => f.Explanation))}");
}

Console.Error.WriteLine($"{dated.Count} taken apart, {clock.Elapsed.TotalSeconds:0} s");
var text = new StringBuilder();
if (splits.Count > 0 && changes.Count > 0) text.Append(DriftReport.Write(splits, changes, known));
if (dated.Count > 0) text.Append(PartsReport.Write(dated));
if (parts.Contains("speed")) text.Append(PartsReport.Write(await Speed.MeasureAsync(), tables.Where(static t => t.Sample.Rows <= 100_000).Select(MergeError).DefaultIfEmpty().Max()));
Console.WriteLine(text);
if (only is null && kind is null && share == 1 && Option("--parts") is null) File.WriteAllText(Path.Combine(Root(), "docs", "drift.md"), text.ToString());

// How far the sum of ten parts' baselines is from the whole.
static double MergeError(RealTable table)
{
    var rows = table.Take(Enumerable.Range(0, table.Sample.Rows));
    Baseline Make(Rows part) => BaselineMaker.Make(Profiler.Profile(part.Encoded()), part.Encoded());
    var whole = Make(rows);
    var sum = rows.Cells.Chunk(rows.Cells.Length / 10 + 1).Select(cells => Make(rows with { Cells = cells }).Compact()).Aggregate(static (a, b) => a + b).Compact();
    return whole.Columns.Zip(sum.Columns).Where(static p => p.First.Numbers is not null && p.Second.Numbers is not null)
        .Select(static p => KolmogorovSmirnov.Distance(p.First.Numbers!.Values, p.Second.Numbers!.Values)).DefaultIfEmpty().Max();
}

string? Option(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "assay.slnx"))) folder = folder.Parent;
    return folder?.FullName ?? Directory.GetCurrentDirectory();
}
