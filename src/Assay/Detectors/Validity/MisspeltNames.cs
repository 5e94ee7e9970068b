using Assays.Data;
using Assays.Findings;
using Assays.Profiling.Semantics;
using Assays.Statistics;

namespace Assays.Detectors.Validity;

/// <summary>Names of countries, languages, cities and the like that no list has and that are one slip away from one, among names that the lists have.</summary>
/// <param name="certain">The least probability at which a name is called misspelt.</param>
/// <param name="repairable">The least probability at which the listed name is proposed in its place.</param>
public sealed class MisspeltNames(double certain = 0.5, double repairable = 0.9) : Detector
{
    /// <summary>How often people misspell such a name.</summary>
    private const double Rate = 0.005;

    /// <summary>The share of true names that a list lacks and that are one edit from one it has: other spellings, mostly.</summary>
    private const double OtherSpellings = 0.02;

    /// <summary>Names without an entry that a column has, before any is seen.</summary>
    private const double StrangersBefore = 0.5;

    /// <summary>Rows with a name from which it is how the column writes it, unless five times as many have the listed one.</summary>
    private const int Established = 3;
    private const int Dominance = 5;

    private const int ShortestName = 5;
    private const double MostSure = 0.97;

    public override Rule Rule { get; } = new("AS0261", "misspelt-names", "Misspelt names", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            if (ColumnDomain.Of(column) is { } domain && Judge(examination, column, domain) is { } finding) yield return finding;
        }
    }

    private Finding? Judge(Examination examination, SampledColumn column, ColumnDomain domain)
    {
        var guesses = domain.Strangers.Where(code => !IsAnotherThing(domain, domain.NameOf(code)))
            .Select(code => (Code: code, Near: Nearest(domain, domain.NameOf(code)))).ToList();
        var unexplained = guesses.Count(static guess => guess.Near.Odds == 0);
        var strange = (StrangersBefore + unexplained) / (1 + domain.Members + unexplained);
        var suspects = new SuspectValues(examination, column.Column);
        foreach (var (code, (meant, odds)) in guesses.Where(guess => guess.Near.Odds > 0 && !IsEstablished(column, domain, guess.Code, guess.Near.Meant)))
        {
            var likely = Rate / strange / OtherSpellings * odds;
            var confidence = Math.Min(MostSure, likely / (1 + likely));
            if (confidence < certain) continue;
            suspects.Add(code, confidence,
                $"{Wording.Quote(column.Values[code], meant)} is no {domain.Kind} in any list and one slip from {Wording.Quote(meant, column.Values[code])}; {domain.Members} of the {column.Values.Length} values are listed.",
                confidence >= repairable ? new(AsWritten(column, domain, code, meant)) : null);
        }

        return suspects.Distinct == 0 ? null : suspects.Complete(new(Rule, [column.Column],
            $"{Wording.Count(suspects.Rows, "value")} of {column.Column.Label} {(suspects.Rows == 1 ? "is" : "are")} most likely the misspelt name of {domain.Domain.Noun}: {suspects.Examples}.")
        {
            Evidence = [new("domain", domain.Kind), new("misspelt", (long)suspects.Distinct), new("listed", (long)domain.Members)],
            Repair = new("Write the names as the others are written.", IsCertain: false),
        });
    }

    /// <summary>Whether a name is no misspelling whatever it is close to: a usual word, or a town where only the large ones are listed.</summary>
    private static bool IsAnotherThing(ColumnDomain domain, string name)
    {
        if (name.Length < ShortestName) return true;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.All(word => Vocabulary.IsUsual(word) || (domain.Domain.IsOpen && Vocabulary.IsKnown(word)));
    }

    private static (string Meant, double Odds) Nearest(ColumnDomain domain, string name) =>
        Neighbourhood.Of(name, domain.Has)
            .Select(static near => (near.Meant, Odds: WordSlip.OfKind(near.Edit)))
            .OrderByDescending(static near => near.Odds).ThenBy(static near => near.Meant, StringComparer.Ordinal)
            .FirstOrDefault();

    private static bool IsEstablished(SampledColumn column, ColumnDomain domain, int code, string meant) =>
        column.Counts[code] >= Established && domain.CodesOf(meant).Sum(other => column.Counts[other]) < Dominance * column.Counts[code];

    /// <summary>The name as the column has it elsewhere, or as the list has it with capitals where the misspelt one has them.</summary>
    private static string AsWritten(SampledColumn column, ColumnDomain domain, int code, string meant)
    {
        var elsewhere = domain.CodesOf(meant).OrderByDescending(other => column.Counts[other]).FirstOrDefault(-1);
        if (elsewhere >= 0) return column.Values[elsewhere];
        var written = column.Values[code];
        if (!written.Any(char.IsLower)) return meant.ToUpperInvariant();
        return written.Any(char.IsUpper) ? System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(meant) : meant;
    }
}
