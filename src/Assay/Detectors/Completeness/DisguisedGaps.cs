using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Detectors.Completeness;

/// <summary>Values that stand for a missing one (<c>N/A</c>, -999, 1900-01-01) and pass for data.</summary>
/// <param name="certain">The least probability at which a value is called disguised.</param>
public sealed class DisguisedGaps(double certain = 0.5) : Detector
{
    /// <summary>Gaps of other kinds, as a share of a mark's, up to which the mark is how the column says so and they are the slips.</summary>
    private const double Slips = 0.25;

    /// <summary>Rows with a mark from which it is a habit of whoever wrote the column; once or twice it is a slip.</summary>
    private const int Repeated = 3;

    public override Rule Rule { get; } = new("AS0104", "disguised-missing", "Disguised missing values", Dimension.Completeness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            var column = examination.Sample[profile.Column];
            var disguised = profile.Disguised.Where(d => d.Confidence >= certain && column.Values.Contains(d.Value)).ToImmutableArray();
            if (disguised.IsEmpty) continue;
            var misleading = disguised.Where(token => Misleads(examination.Sample, profile, disguised, token)).ToImmutableArray();
            yield return misleading.IsEmpty
                ? Report(examination, profile, disguised) with { Severity = Severity.Note, Cells = [], Rows = null }
                : Report(examination, profile, misleading);
        }
    }

    private Finding Report(Examination examination, ColumnProfile profile, ImmutableArray<DisguisedMissing> disguised)
    {
        var values = new SuspectValues(examination, profile.Column);
        foreach (var token in disguised)
        {
            values.Add(examination.Sample[profile.Column].Values.IndexOf(token.Value), token.Confidence, token.Reason, new(null));
        }

        return values.Complete(new(Rule, [profile.Column], Explain(profile, disguised, values.Rows, examination.Sample.Rows))
        {
            Repair = new("Make them missing.", IsCertain: false),
            Evidence = [new("tokens", Wording.List([.. disguised.Select(static d => d.Value)], 10)), new("share", (double)values.Rows / examination.Sample.Rows)],
        });
    }

    private static string Explain(ColumnProfile profile, ImmutableArray<DisguisedMissing> disguised, int rows, int sampleRows) =>
        $"In {profile.Column.Label} {Wording.List([.. disguised.Select(static d => d.Value)])} {(disguised.Length == 1 ? "stands" : "stand")} for a missing value "
        + $"in {Wording.Count(rows, "row")} ({Wording.Percent((double)rows / sampleRows)}): {disguised[0].Reason.TrimEnd('.')}.";

    /// <summary>
    /// Whether the disguise does harm. A notation that is kept to is a convention: one word for "none" in row after row of words, an answer such as
    /// "none" or zero where any whole number may stand, a mark that a kind of rows has. Any other mark among numbers or dates misleads,
    /// and so does one beside cells left empty or beside other marks, and a made-up number always.
    /// </summary>
    private static bool Misleads(Sample sample, ColumnProfile profile, ImmutableArray<DisguisedMissing> disguised, DisguisedMissing token)
    {
        var column = sample[profile.Column];
        var code = column.Values.IndexOf(token.Value);
        var rivals = profile.Missing + disguised.Where(other => other.Value != token.Value).Sum(static other => other.Count);
        var isAlone = rivals <= Slips * token.Count;
        var isConvention = column.Numbers[code] switch
        {
            double.NaN => isAlone && (IsAnswer(token.Value) || (profile.Type is ValueType.Text or ValueType.Empty && (token.Count >= Repeated || IsLevel(token.Value)))),
            0 => profile.Type == ValueType.Integer && isAlone,
            _ => false,
        };
        var mayBeOfAKind = column.Numbers[code] is double.NaN or 0;
        return !isConvention && !(mayBeOfAKind && KindOfRow.Of(sample, column, code) is not null);
    }

    /// <summary>Such a word is a level of a category as well as a hole in it.</summary>
    private static bool IsLevel(string value) => value.Trim().ToUpperInvariant() is "UNKNOWN" or "UNK" or "UNKN" or "UNSPECIFIED";

    /// <summary>Such a word says that there is nothing to tell, not that it was not told.</summary>
    private static bool IsAnswer(string value) => value.Trim().ToUpperInvariant() is "NONE" or "NIL" or "NOT APPLICABLE";
}
