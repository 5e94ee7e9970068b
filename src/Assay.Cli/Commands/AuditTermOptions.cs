using System.CommandLine;
using Assays.Labels.Audit;

namespace Assays.Cli.Commands;

/// <summary>What was claimed of labels, and what is accepted.</summary>
internal sealed class AuditTermOptions
{
    private readonly Option<double> _claimed = new("--claimed") { Description = "The accuracy that was promised.", HelpName = "ACCURACY", DefaultValueFactory = static _ => 0.95 };
    private readonly Option<double?> _accept = new("--accept") { Description = "Labels at least this accurate are accepted; two points below the claim by default.", HelpName = "ACCURACY" };
    private readonly Option<double?> _reject = new("--reject") { Description = "Labels at most this accurate are rejected; seven points below the claim by default.", HelpName = "ACCURACY" };
    private readonly Option<double> _risk = new("--risk") { Description = "The probability of each wrong decision at most.", HelpName = "P", DefaultValueFactory = static _ => 0.05 };

    public void AddTo(Command command)
    {
        command.Add(_claimed);
        command.Add(_accept);
        command.Add(_reject);
        command.Add(_risk);
    }

    public AuditTerms Read(ParseResult parsed) => AuditTerms.Of(parsed.GetValue(_claimed), parsed.GetValue(_accept), parsed.GetValue(_reject), parsed.GetValue(_risk));
}
