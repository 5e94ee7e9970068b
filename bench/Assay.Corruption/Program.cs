using System.Globalization;
using Assays.Corruption;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string[] seen = ["diamonds", "mpg", "penguins", "planets", "seattle-weather", "taxis", "titanic"];
string[] unseen = ["birdstrikes", "stocks", "zipcodes"];
double[] shares = [0.01, 0.03, 0.1];

var data = Path.GetFullPath(Option("--data") ?? Path.Combine(Root(), "..", "shared", "data", "real"));
var (only, onlyKind) = (Option("--only"), Option("--kind"));
var show = int.Parse(Option("--show") ?? "0", CultureInfo.InvariantCulture);
var paths = seen.Concat(unseen).Select(name => Path.Combine(data, $"{name}.csv"));
var trials = new List<Trial>();
foreach (var path in paths.Where(path => only is null || path.Contains(only, StringComparison.Ordinal)))
{
    var table = CleanTable.Read(path);
    var clean = await Trial.CheckAsync(table, table.Rows);
    foreach (var kind in Kind.All.Where(kind => onlyKind is null || kind.Name.Contains(onlyKind, StringComparison.Ordinal)))
    {
        foreach (var share in shares)
        {
            if (await Trial.RunAsync(table, kind, share, trials.Count, clean) is not { } trial) continue;
            trials.Add(trial);
            foreach (var (flag, _) in trial.Flags.Where(static f => !f.IsHit).Take(show)) Console.WriteLine($"{table.Name} | {kind.Name} {share} | {flag.Cell} {flag.Confidence:0.00} {flag.Detector}: {flag.Reason}");
        }
    }
}

var text = CorruptionReport.Write(trials, unseen.ToHashSet(), shares);
Console.WriteLine(text);
if (args.Contains("--fit"))
{
    var alone = trials.Where(t => !unseen.Contains(t.Table) && t.Share < 0.05).SelectMany(static t => t.Alone());
    File.WriteAllText(Path.Combine(Root(), "src", "Assay", "Calibration.Fitted.cs"), CalibrationFit.Write(alone));
}
else if (only is null && onlyKind is null) File.WriteAllText(Path.Combine(Root(), "docs", "corruption.md"), text);

string? Option(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "assay.slnx"))) folder = folder.Parent;
    return folder?.FullName ?? Directory.GetCurrentDirectory();
}
