using System.CommandLine;
using Assays.Data;

namespace Assays.Cli.Commands;

/// <summary>The options that every command about labels has.</summary>
internal sealed class LabelOptions
{
    private static readonly CheckOptions Defaults = new();

    private readonly Option<string?> _query = new("--query") { Description = "A SELECT over the source, which it calls 'source'.", HelpName = "SQL" };
    private readonly Option<int> _seed = new("--seed") { Description = "Chooses rows, folds and models.", HelpName = "N", DefaultValueFactory = static _ => Defaults.Seed };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads at most.", HelpName = "N", DefaultValueFactory = static _ => Defaults.Threads };

    public LabelOptions() => _threads.Validators.Add(static result =>
    {
        if (result.GetValueOrDefault<int>() is < 1 or > 1024) result.AddError("--threads takes a whole number from 1 to 1024.");
    });

    public static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    public static Option<string?> Column(string name, string description) => new(name) { Description = description, HelpName = "COLUMN" };

    public void AddTo(Command command)
    {
        command.Add(_query);
        command.Add(_seed);
        command.Add(_threads);
    }

    public int Seed(ParseResult parsed) => parsed.GetValue(_seed);

    public Source ReadSource(ParseResult parsed, Argument<string> argument)
    {
        var source = Source.Parse(parsed.GetRequiredValue(argument));
        return parsed.GetValue(_query) is { } sql ? new Source.Query(sql, source) : source;
    }

    public CheckOptions Read(ParseResult parsed) => new() { Seed = parsed.GetValue(_seed), Threads = parsed.GetValue(_threads) };

    /// <summary>A table's column of that name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static Column Find(Schema schema, string name) => schema.Find(name) ?? throw new InputException(
        $"There is no column '{name}'. The columns are: {string.Join(", ", schema.Columns.Take(20).Select(static c => c.Label))}.");
}
