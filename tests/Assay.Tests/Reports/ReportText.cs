using System.Text;
using Assays.Reports;

namespace Assays.Tests.Reports;

/// <summary>Writes a report into memory.</summary>
internal static class ReportText
{
    public static async Task<string> OfAsync(IReportFormat format, Assessment assessment)
    {
        using var stream = new MemoryStream();
        await format.WriteAsync(assessment, stream, TestContext.Current.CancellationToken);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }
}
