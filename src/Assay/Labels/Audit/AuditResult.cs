using System.Collections.Immutable;
using Assays.Data;
using Assays.Statistics;

namespace Assays.Labels.Audit;

/// <summary>What an audit has shown so far.</summary>
/// <param name="Rows">Rows of the table.</param>
/// <param name="Answers">Labels that were called right or wrong.</param>
/// <param name="Right">Right ones among them.</param>
/// <param name="Unsure">Rows about which the person was not sure; they count nowhere.</param>
/// <param name="Accuracy">The estimated share of right labels in the table.</param>
/// <param name="Exact">Its 95 % interval: exact for what was drawn and how.</param>
/// <param name="Verdict">Whether enough is known.</param>
public sealed record AuditResult(long Rows, long Answers, long Right, long Unsure, double Accuracy, Interval Exact, Verdict Verdict)
{
    public bool IsStratified { get; init; }

    /// <summary>Other intervals, of simple draws.</summary>
    public Interval? ClopperPearson { get; init; }
    public Interval? Wilson { get; init; }
    public Interval? Jeffreys { get; init; }

    /// <summary>The interval that holds however often one looks, of simple draws.</summary>
    public Interval? Anytime { get; init; }

    /// <summary>The probability of so few right labels, or fewer, if the claimed accuracy were true; of simple draws.</summary>
    public double? ClaimProbability { get; init; }

    /// <summary>How many more right answers would accept, how many more wrong ones reject, and how many more are expected.</summary>
    public long? FewestToAccept { get; init; }
    public long? FewestToReject { get; init; }
    public long? ExpectedMore { get; init; }

    public ImmutableArray<ClassAudit> Classes { get; init; } = [];

    /// <param name="sheet">The answers.</param>
    /// <param name="terms">What was claimed and what is accepted.</param>
    /// <exception cref="InputException">There is no verdict yet.</exception>
    public static AuditResult Of(AuditSheet sheet, AuditTerms terms)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(terms);
        var said = sheet.Lines.Where(static l => l.Verdict is AuditVerdict.Right or AuditVerdict.Wrong).ToArray();
        var unsure = sheet.Lines.Count(static l => l.Verdict is AuditVerdict.Unsure);
        if (said.Length == 0) throw new InputException("No line of the sheet has a verdict yet: write right, wrong or unsure into the column 'verdict'.");
        var strata = sheet.Lines.GroupBy(static l => l.Stratum, StringComparer.Ordinal).Select(static g => new StratumAnswers(
            g.First().StratumRows,
            g.LongCount(static l => l.Verdict is AuditVerdict.Right or AuditVerdict.Wrong),
            g.LongCount(static l => l.Verdict is AuditVerdict.Right),
            g.First().Expected)).ToImmutableArray();
        if (strata.Any(static s => s.Answers > s.Rows)) throw new InputException("The sheet has more lines of a stratum than the stratum has rows.");
        // Strata that are the classes leave the rows of each class drawn alike; any others do not.
        var isFair = strata.Length == 1 || sheet.Lines.All(static l => l.Stratum == l.Label);
        var classes = said.GroupBy(static l => l.Label, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var proportion = new Proportion(g.LongCount(static l => l.Verdict is AuditVerdict.Right), g.LongCount());
            return new ClassAudit(g.Key, proportion.Draws, proportion.Hits, isFair ? proportion.ClopperPearson() : null);
        }).ToImmutableArray();
        var (right, rows) = (said.LongCount(static l => l.Verdict is AuditVerdict.Right), strata.Sum(static s => s.Rows));
        return (strata.Length == 1 ? Simple(rows, right, said.Length, terms) : Stratified(strata, terms)) with { Unsure = unsure, Classes = classes };
    }

    private static AuditResult Simple(long rows, long right, long answers, AuditTerms terms)
    {
        var (proportion, finite) = (new Proportion(right, answers), new FiniteProportion(rows, right, answers));
        var (least, most) = ConfidenceSequence.Finite(rows, right, answers);
        var test = terms.Test(rows);
        var claimed = AcceptancePlan.RightRows(rows, terms.Claimed);
        return new(rows, answers, right, 0, proportion.Share, finite.Exact(), test.Decide(right, answers))
        {
            ClopperPearson = proportion.ClopperPearson(),
            Wilson = proportion.Wilson(),
            Jeffreys = proportion.Jeffreys(),
            Anytime = new((double)least / rows, (double)most / rows),
            ClaimProbability = new Hypergeometric(rows, claimed, answers).AtMost(right),
            FewestToAccept = test.FewestMore(right, answers, right: true),
            FewestToReject = test.FewestMore(right, answers, right: false),
            ExpectedMore = test.ExpectedMore(right, answers, (right + 0.5) / (answers + 1)),
        };
    }

    /// <summary>Unequal draws have no likelihood ratio of their own; they decide by their interval, once.</summary>
    private static AuditResult Stratified(ImmutableArray<StratumAnswers> strata, AuditTerms terms)
    {
        var decisive = StratifiedEstimate.Interval(strata, 1 - 2 * terms.Risk);
        var complete = strata.All(static s => s.Answers > 0);
        var verdict = !complete ? Verdict.Continue : decisive.Low > terms.Reject ? Verdict.Accept : decisive.High < terms.Accept ? Verdict.Reject : Verdict.Continue;
        return new(
            strata.Sum(static s => s.Rows), strata.Sum(static s => s.Answers), strata.Sum(static s => s.Right), 0, StratifiedEstimate.Accuracy(strata),
            StratifiedEstimate.Interval(strata), verdict)
        {
            IsStratified = true,
        };
    }
}

/// <summary>The labels of one class in an audit.</summary>
/// <param name="Name">The class.</param>
/// <param name="Answers">Its labels that were called right or wrong.</param>
/// <param name="Right">Right ones among them.</param>
/// <param name="Interval">
/// The exact 95 % interval of Clopper and Pearson; none where some rows of a class were drawn more often than others, as the share of right ones
/// among the answers then says nothing of the class.
/// </param>
public sealed record ClassAudit(string Name, long Answers, long Right, Interval? Interval);

/// <summary>What was claimed of labels, and what is accepted.</summary>
/// <param name="Claimed">The accuracy that was promised.</param>
/// <param name="Accept">Labels at least this accurate are to be accepted.</param>
/// <param name="Reject">Labels at most this accurate are to be rejected.</param>
/// <param name="Risk">The probability of each wrong decision at most.</param>
public sealed record AuditTerms(double Claimed, double Accept, double Reject, double Risk)
{
    /// <summary>Terms from what a person gives: two points below the claim are accepted, seven are not, unless told otherwise.</summary>
    /// <exception cref="InputException">The figures contradict each other.</exception>
    public static AuditTerms Of(double claimed, double? accept, double? reject, double risk)
    {
        var terms = new AuditTerms(claimed, accept ?? Math.Max(claimed - 0.02, claimed / 2), reject ?? Math.Max(claimed - 0.07, claimed / 4), risk);
        if (!(terms.Claimed is > 0 and <= 1)) throw new InputException("--claimed takes an accuracy between 0 and 1, such as 0.95.");
        if (!(terms.Reject > 0 && terms.Reject < terms.Accept && terms.Accept < 1)) throw new InputException("--reject must be below --accept, both between 0 and 1, such as 0.88 and 0.93.");
        if (!(terms.Risk is > 0 and < 0.5)) throw new InputException("--risk takes a probability between 0 and 0.5, such as 0.05.");
        return terms;
    }

    public SequentialTest Test(long? rows) => new(rows, Accept, Reject, Risk);
}
