using System.Collections.Immutable;
using System.CommandLine;
using Assays.Data;
using Assays.Reports;
using Spectre.Console;

namespace Assays.Cli.Commands;

/// <summary>One option for each report format, such as <c>--html FILE</c>.</summary>
internal sealed class ReportOptions
{
    private readonly ImmutableArray<(IReportFormat Format, Option<string?> Option)> _options =
    [
        .. ReportCatalog.All.Select(static format => (format, new Option<string?>($"--{format.Name}") { Description = format.Description, HelpName = format is OpenLineageReport ? "FILE|URL" : "FILE" })),
    ];

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options) command.Add(option);
    }

    /// <summary>Where to tell people what was found, beside the reports.</summary>
    /// <exception cref="InputException">More than one report is to go to standard output.</exception>
    public IAnsiConsole Screen(ParseResult parsed) => Console.Screen.Beside([.. _options.Select(o => parsed.GetValue(o.Option))]);

    /// <summary>Whether any report was asked for.</summary>
    public bool IsAsked(ParseResult parsed) => _options.Any(o => parsed.GetValue(o.Option) is not null);

    /// <summary>Writes the reports that were asked for.</summary>
    public async Task WriteAsync(ParseResult parsed, Assessment assessment, CancellationToken cancellationToken)
    {
        foreach (var (format, option) in _options)
        {
            if (parsed.GetValue(option) is not { } path) continue;
            if (format is OpenLineageReport && ReportPost.IsAddress(path)) await ReportPost.SendAsync(format, assessment, new(path), cancellationToken);
            else await ReportFile.WriteAsync(format, assessment, path, cancellationToken);
        }
    }
}
