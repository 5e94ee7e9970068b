using System.Text;
using Assays.Reports;

namespace Assays.Cli.Console;

/// <summary>What a pipeline's service shows by itself, written where it asks for it: annotations on standard output, a summary of the step.</summary>
internal static class PipelineReport
{
    /// <summary>GitHub takes 1 MiB for a step; other tools of the step may have written too.</summary>
    private const int MaxSummaryBytes = 1 << 20;

    /// <param name="environment">Reads a variable of the environment.</param>
    public static async Task WriteAsync(Assessment assessment, TextWriter output, Func<string, string?> environment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(environment);
        if (environment("GITHUB_ACTIONS") == "true")
        {
            foreach (var line in PipelineAnnotations.GitHub(assessment)) await output.WriteLineAsync(line.AsMemory(), cancellationToken);
            if (environment("GITHUB_STEP_SUMMARY") is { Length: > 0 } file) await AppendSummaryAsync(assessment, file, cancellationToken);
        }

        if (string.Equals(environment("TF_BUILD"), "true", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var line in PipelineAnnotations.Azure(assessment)) await output.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }

    private static async Task AppendSummaryAsync(Assessment assessment, string file, CancellationToken cancellationToken)
    {
        using var summary = new MemoryStream();
        await new MarkdownReport().WriteAsync(assessment, summary, cancellationToken);
        summary.Write(Encoding.UTF8.GetBytes("\n"));
        var already = File.Exists(file) ? new FileInfo(file).Length : 0;
        if (already + summary.Length > MaxSummaryBytes) return;
        await using var stream = new FileStream(file, FileMode.Append, FileAccess.Write);
        await stream.WriteAsync(summary.ToArray(), cancellationToken);
    }
}
