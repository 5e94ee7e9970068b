using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Reports;

namespace Assays;

/// <summary>Writes reports to files, whole or not at all: into a temporary file beside the target, which then takes its place.</summary>
public static class ReportFile
{
    /// <summary>The path that means standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>Writes a report; to standard output where the path is <see cref="StandardOutput"/>. When it fails or is cancelled, what was at <paramref name="path"/> is untouched.</summary>
    /// <exception cref="InputException">The file cannot be written there.</exception>
    public static Task WriteAsync(IReportFormat format, Assessment assessment, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var chosen = format is CellsReport && Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase) ? new CellsParquet() : format;
        return WriteAsync(path, stream => chosen.WriteAsync(assessment, stream, cancellationToken), cancellationToken);
    }

    /// <summary>Writes a file; to standard output where the path is <see cref="StandardOutput"/>. When it fails or is cancelled, what was at <paramref name="path"/> is untouched.</summary>
    /// <exception cref="InputException">The file cannot be written there.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            if (path == StandardOutput)
            {
                await using var output = Console.OpenStandardOutput();
                await write(output);
                return;
            }

            var target = Resolve(path);
            if (IsDevice(target))
            {
                await using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
                await write(device);
                return;
            }

            await ReplaceAsync(target, write, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be written: {Reason(error, path)}", error);
        }
    }

    private static async Task ReplaceAsync(string target, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                await write(stream);
                await stream.FlushAsync(cancellationToken);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The file that is meant: a link stays a link, and the file it points to is replaced.</summary>
    private static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        if (IsDevice(full)) return full;
        if (Directory.Exists(full)) throw new IOException("it is a folder.");
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    /// <summary>Such as <c>/dev/stdout</c> or <c>/dev/null</c>: nothing there to replace.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    private static string Reason(Exception error, string path) => error switch
    {
        DirectoryNotFoundException => $"there is no folder '{Path.GetDirectoryName(Path.GetFullPath(path))}'.",
        UnauthorizedAccessException => "writing there is not permitted.",
        _ => error.Message,
    };
}
