using Assays.Tests.Architecture;
using NJsonSchema;

namespace Assays.Tests.Reports;

/// <summary>The published JSON Schema of the report.</summary>
internal static class ReportSchema
{
    private static readonly Lazy<Task<JsonSchema>> Published = new(static () => JsonSchema.FromFileAsync(Path.Combine(SourceTree.Root.FullName, "docs", "assay-report.schema.json")));

    /// <summary>What a report does that the schema does not allow.</summary>
    public static async Task<IEnumerable<string>> ComplaintsAsync(string json) =>
        (await Published.Value).Validate(json).Select(static error => error.ToString());
}
