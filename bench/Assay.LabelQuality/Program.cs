using System.Text;
using Assays.LabelQuality;
using Assays.Learning.Labels;

var root = args.FirstOrDefault(static a => !a.StartsWith('-')) ?? "../shared/data/labels";
var detailed = args.Contains("--detailed");
var sets = NoisySet.All(root).ToArray();
var page = new StringBuilder();
if (args.Contains("--e2e"))
{
    var tables = args.FirstOrDefault(static a => a.StartsWith("--tables="))?[9..].Split(',');
    var chosen = sets.Where(s => tables is null || tables.Contains(s.Table)).ToArray();
    var variants = new Dictionary<string, LabelEnsemble>
    {
        ["base"] = new(1, 2),
        ["gbdt"] = new(1, 2) { ForestWeight = 0 },
        ["forest"] = new(1, 2) { ForestWeight = 1 },
    };
    foreach (var (name, ensemble) in variants.Where(v => args.Contains("--" + v.Key)))
    {
        page.Append(name + "\n");
        if (!args.Contains("--clean")) await EndToEnd.ReportAsync(chosen, ensemble, page, detailed);
        await EndToEnd.ReportCleanAsync(chosen, ensemble, page, detailed);
    }

    Console.Write(page);
    return;
}

if (args.Contains("--real"))
{
    RealLabels.ReportVerified(root, page);
    RealLabels.ReportCrowds(root, page);
    Console.Write(page);
    return;
}

if (args.Contains("--speed"))
{
    if (args.Contains("--raw")) Speed.ReportEndToEnd(page);
    else Speed.Report(page);
    Console.Write(page);
    return;
}

if (args.Contains("--audit"))
{
    AuditSimulation.Report(sets, page);
    Console.Write(page);
    return;
}

GivenProbabilities.Report(sets, page, detailed);
Console.Write(page);
