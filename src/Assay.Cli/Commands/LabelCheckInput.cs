using System.CommandLine;
using Assays.Data;
using Assays.Labels.Errors;

namespace Assays.Cli.Commands;

/// <summary>What to check, and by whose probabilities: the options of the commands that look for wrong labels.</summary>
internal sealed class LabelCheckInput
{
    private readonly Argument<string> _source = CommonOptions.SourceArgument();
    private readonly Option<string> _label = new("--label") { Description = "The column that holds the labels.", HelpName = "COLUMN", Required = true };
    private readonly Option<string?> _probabilities = LabelOptions.File("--probabilities", "A model's out-of-sample probabilities: a column a class, named p_CLASS or CLASS, in the order of the rows.");
    private readonly Option<string?> _model = LabelOptions.File("--model", "A trained classifier in ONNX, which must not have seen these rows.");
    private readonly Option<string?> _group = LabelOptions.Column("--group", "Rows of one value are never on both sides of a fold: patients, sessions, sites.");
    private readonly Option<string?> _time = LabelOptions.Column("--time", "Rows near each other in time are never on both sides of a fold.");
    private readonly Option<string?> _separator = new("--separator") { Description = "What stands between the classes of a label that is a set of them, such as ';'.", HelpName = "TEXT" };
    private readonly LabelOptions _table = new();

    public void AddTo(Command command)
    {
        command.Add(_source);
        command.Add(_label);
        command.Add(_probabilities);
        command.Add(_model);
        command.Add(_group);
        command.Add(_time);
        command.Add(_separator);
        _table.AddTo(command);
    }

    public string Label(ParseResult parsed) => parsed.GetRequiredValue(_label);

    public Source Source(ParseResult parsed) => _table.ReadSource(parsed, _source);

    public CheckOptions Table(ParseResult parsed) => _table.Read(parsed);

    public Task<LabelReport> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (probabilities, model) = (parsed.GetValue(_probabilities), parsed.GetValue(_model));
        if (probabilities is not null && model is not null) throw new InputException("--probabilities and --model exclude each other: give the one that you trust.");
        if (parsed.GetValue(_separator) is { Length: 0 }) throw new InputException("--separator takes a text, such as ';'.");
        var table = _table.Read(parsed);
        var options = new LabelCheckOptions(Label(parsed))
        {
            Group = parsed.GetValue(_group), Time = parsed.GetValue(_time), Separator = parsed.GetValue(_separator), Seed = table.Seed, Threads = table.Threads, Model = model,
        };
        return Assay.CheckLabelsAsync(Source(parsed), options, probabilities is null ? null : Data.Source.Parse(probabilities), table, cancellationToken);
    }
}
