using System.Text;
using Assays.LabelQuality;
using Assays.Learning.Labels;

// Prints the tables of docs/labels.md: all of them, or those of the parts that are named.
string[] parts = ["--given", "--e2e", "--real", "--audit", "--speed", "--raw"];
var root = args.FirstOrDefault(static a => !a.StartsWith('-')) ?? "../shared/data/labels";
var detailed = args.Contains("--detailed");
var tables = args.FirstOrDefault(static a => a.StartsWith("--tables="))?[9..].Split(',');
NoisySet[] sets = [.. NoisySet.All(root).Where(s => tables is null || tables.Contains(s.Table))];
var page = new StringBuilder();
bool Asked(string part) => args.Contains(part) || !args.Any(parts.Contains);

// The raw columns come first, so that the peak of memory is theirs.
if (Asked("--raw")) Speed.ReportEndToEnd(page);
if (Asked("--speed")) Speed.Report(page);
if (Asked("--given")) GivenProbabilities.Report(sets, page, detailed);
if (Asked("--real"))
{
    RealLabels.ReportVerified(root, page);
    RealLabels.ReportCrowds(root, page);
}

if (Asked("--audit")) AuditSimulation.Report(sets, page);
if (Asked("--e2e"))
{
    var ensemble = new LabelEnsemble(1, 2);
    if (!args.Contains("--clean")) await EndToEnd.ReportAsync(sets, ensemble, page, detailed);
    await EndToEnd.ReportCleanAsync(sets, ensemble, page, detailed);
}

Console.Write(page);
