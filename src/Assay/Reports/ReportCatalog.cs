using System.Collections.Immutable;

namespace Assays.Reports;

/// <summary>Every report format of the core. A new one adds its line here.</summary>
public static class ReportCatalog
{
    public static ImmutableArray<IReportFormat> All { get; } =
    [
        new CellsReport(),
        new HtmlReport(),
        new JsonReport(),
        new JUnitReport(),
        new MarkdownReport(),
        new OpenLineageReport(),
        new PrometheusReport(),
        new SarifReport(),
    ];

    /// <summary>The format that a user calls by that name.</summary>
    public static IReportFormat Find(string name) => All.Single(format => format.Name == name);
}
