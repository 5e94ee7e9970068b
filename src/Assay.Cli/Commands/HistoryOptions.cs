using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Assays.Drift.Baselines;
using Assays.History;
using Assays.Reports;

namespace Assays.Cli.Commands;

/// <summary><c>--history STORE</c>: judges the figures of a run by those of earlier ones, and keeps them.</summary>
internal sealed class HistoryOptions(TimeProvider? time = null)
{
    private readonly Option<string?> _store = new("--history")
    {
        Description = "Keep the figures of this run in a folder or a SQLite file (*.db), and judge them by those of earlier runs.", HelpName = "DIR|DB",
    };

    private readonly Option<DateTimeOffset?> _asOf = new("--as-of")
    {
        Description = "With --history: when the data are of, such as 2024-03-11 or 2024-03-11T06:00Z; now by default.", HelpName = "TIME", CustomParser = Read,
    };

    public void AddTo(Command command)
    {
        command.Add(_store);
        command.Add(_asOf);
    }

    public async Task<Assessment> RememberAsync(ParseResult parsed, Assessment assessment, CancellationToken cancellationToken) =>
        Store(parsed) is { } store ? await Assay.RememberAsync(assessment, store, Time(parsed), cancellationToken) : assessment;

    public async Task<RunHistory?> RememberAsync(ParseResult parsed, Baseline baseline, CancellationToken cancellationToken) =>
        Store(parsed) is { } store ? await Assay.RememberAsync(baseline, store, Time(parsed), cancellationToken) : null;

    private RunStore? Store(ParseResult parsed) => parsed.GetValue(_store) is { Length: > 0 } path ? RunStore.At(path) : null;

    private DateTimeOffset Time(ParseResult parsed) => parsed.GetValue(_asOf) ?? (time ?? TimeProvider.System).GetUtcNow();

    private static DateTimeOffset? Read(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        argument.AddError($"--as-of takes a date or a time such as 2024-03-11 or 2024-03-11T06:00Z; '{text}' is none.");
        return null;
    }
}
