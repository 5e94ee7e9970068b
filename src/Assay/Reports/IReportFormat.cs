namespace Assays.Reports;

/// <summary>A way to write an <see cref="Assessment"/>.</summary>
public interface IReportFormat
{
    /// <summary>What a user types to get it: <c>html</c>, <c>json</c>, <c>sarif</c>.</summary>
    string Name { get; }

    /// <summary>What it is, for the command's help.</summary>
    string Description { get; }

    /// <summary>Writes the whole report. The caller gives a stream to a temporary file and renames it after.</summary>
    Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default);
}
