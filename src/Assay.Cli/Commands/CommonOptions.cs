using System.CommandLine;
using Assays.Cli.Console;
using Assays.Data;
using Assays.Detectors;

namespace Assays.Cli.Commands;

/// <summary>The options that every command about a table has.</summary>
internal sealed class CommonOptions
{
    private static readonly CheckOptions Defaults = new();

    private readonly Option<string?> _target = new("--target") { Description = "The column that is to be predicted; adds checks for leakage, imbalance and labels.", HelpName = "COLUMN" };

    private readonly Option<string?> _query = new("--query") { Description = "A SELECT over the source, which it calls 'source'.", HelpName = "SQL" };

    private readonly Option<Effort> _effort = Choice.Of(
        "--effort", "quick: statistics and structure; normal: models of the data too; thorough: as long as it pays.", Defaults.Effort);

    private readonly Option<int> _seed = new("--seed") { Description = "Chooses the samples.", HelpName = "N", DefaultValueFactory = static _ => Defaults.Seed };

    private readonly Option<int> _threads = new("--threads") { Description = "Threads at most.", HelpName = "N", DefaultValueFactory = static _ => Defaults.Threads };

    private readonly Option<long?> _memory = new("--memory")
    {
        Description = $"Memory for the engine at most, such as 600MB or 2GB; {Defaults.MemoryInBytes >> 20}MiB by default.",
        HelpName = "SIZE",
        CustomParser = static argument => ByteSize.Parse(argument),
    };

    private readonly Option<bool> _password = new("--password") { Description = "Ask for the server's password." };

    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "Seconds that one query on a server may take.", HelpName = "SECONDS",
        DefaultValueFactory = static _ => (int)Defaults.Timeout.TotalSeconds,
    };

    private readonly Option<int?> _sample = new("--sample") { Description = "Rows brought into the process at most; 100,000 by default, fewer of wide tables.", HelpName = "ROWS" };

    private readonly Option<long?> _maxScan = new("--max-scan") { Description = "Refuse a table of more rows, before more is asked of it than their number.", HelpName = "ROWS" };

    public CommonOptions()
    {
        _sample.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int?>() is < 100 or > 10_000_000) result.AddError("--sample takes a whole number of rows from 100 to 10,000,000.");
        });
        _maxScan.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<long?>() is < 1) result.AddError("--max-scan takes a whole number of rows from 1.");
        });
        _threads.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1024) result.AddError("--threads takes a whole number from 1 to 1024.");
        });
        _timeout.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1_000_000) result.AddError("--timeout takes a whole number of seconds from 1 to 1,000,000.");
        });
    }

    public static Argument<string> SourceArgument() => new("source") { Description = "A file, folder, glob, URL, FILE::TABLE, a server's postgres://…?table=NAME or clickhouse://…?table=NAME, or - for standard input." };

    public void AddTo(Command command)
    {
        command.Add(_query);
        command.Add(_target);
        command.Add(_effort);
        command.Add(_seed);
        command.Add(_threads);
        command.Add(_memory);
        command.Add(_password);
        command.Add(_timeout);
        command.Add(_sample);
        command.Add(_maxScan);
    }

    public Source ReadSource(ParseResult parsed, Argument<string> argument)
    {
        var source = Source.Parse(parsed.GetRequiredValue(argument));
        if (parsed.GetValue(_password)) source = PasswordPrompt.Ask(source);
        return parsed.GetValue(_query) is { } sql ? new Source.Query(sql, source) : source;
    }

    public CheckOptions Read(ParseResult parsed) => new()
    {
        Target = parsed.GetValue(_target),
        Effort = parsed.GetValue(_effort),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads),
        MemoryInBytes = parsed.GetValue(_memory) ?? Defaults.MemoryInBytes,
        Timeout = TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
        SampleRows = parsed.GetValue(_sample) ?? Defaults.SampleRows,
        SampleCells = parsed.GetValue(_sample) is null ? Defaults.SampleCells : int.MaxValue,
        ProfileBytes = parsed.GetValue(_sample) is null ? Defaults.ProfileBytes : int.MaxValue,
        MaxScanRows = parsed.GetValue(_maxScan),
    };
}
