using System.Text.Json.Nodes;
using Assays.Reports;

namespace Assays.IntegrationTests.Servers;

/// <summary>The report for programs, without what may differ: how the source was reached, and the times.</summary>
internal static class Report
{
    public static async Task<JsonObject> OfAsync(string source, CheckOptions options, bool isSketched = false)
    {
        var assessment = await Assay.CheckAsync(source, options, null, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        await new JsonReport().WriteAsync(assessment, stream, TestContext.Current.CancellationToken);
        var report = JsonNode.Parse(stream.ToArray())!.AsObject();
        report.Remove("source");
        report.Remove("timings");
        if (isSketched)
        {
            foreach (var column in report["columns"]!.AsArray()) column!["statistics"]!.AsObject().Remove("distinct");
        }

        return report;
    }
}
