using System.Globalization;
using Assays;
using Assays.ContractsBench;
using Assays.Data;
using Assays.DriftBench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int MostRows = 20_000;
var data = Path.GetFullPath(Option("--data") ?? Path.Combine(Root(), "..", "shared", "data"));
var only = Option("--only");
var files = Directory.GetFiles(Path.Combine(data, "real")).Concat(Directory.GetFiles(Path.Combine(data, "errors"), "clean.csv", SearchOption.AllDirectories))
    .Where(file => only is null || file.Contains(only, StringComparison.Ordinal)).Order(StringComparer.Ordinal).DistinctBy(Name);
if (args.Contains("--speed"))
{
    Console.WriteLine(await Speed.RunAsync());
    return;
}

var trials = new List<TableTrial>();
foreach (var file in files)
{
    await using var table = await Assay.OpenAsync(Source.Parse(file));
    var name = Name(file);
    var trial = await TableTrial.RunAsync(new RealTable(name, await table.SampleAsync(MostRows, 0)));
    trials.Add(trial);
    Console.Error.WriteLine($"{name}: {trial.Demands.Count(static d => d.IsBroken)} of {trial.Demands.Length} demands break; {trial.Changes.Count(static c => c.IsCaught)} of {trial.Changes.Length} changes caught; round trip {(trial.IsLossless ? "lossless" : "LOSES")}");
    foreach (var broken in trial.Demands.Where(static d => d.IsBroken)) Console.Error.WriteLine($"  breaks: {broken.Title}");
    foreach (var missed in trial.Changes.Where(static c => !c.IsCaught)) Console.Error.WriteLine($"  missed: {missed.Name} in {missed.Column}");
}

var text = ContractReport.Write(trials);
if (only is null) text += $"\n{await Speed.RunAsync()}";
Console.WriteLine(text);
if (only is null) File.WriteAllText(Path.Combine(Root(), "docs", "contracts.md"), text);

// The tables of several error benchmarks are the same ones; each counts once.
static string Name(string file) => Path.GetFileNameWithoutExtension(file) is var own && own == "clean" ? Path.GetFileName(Path.GetDirectoryName(file))! : own;

string? Option(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "assay.slnx"))) folder = folder.Parent;
    return folder?.FullName ?? Directory.GetCurrentDirectory();
}
