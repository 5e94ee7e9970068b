using System.Collections.Immutable;
using Assays.Findings;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Detectors.Completeness;

/// <summary>Values that stand for a missing one (<c>N/A</c>, -999, 1900-01-01) and pass for data.</summary>
/// <param name="certain">The least probability at which a value is called disguised.</param>
public sealed class DisguisedGaps(double certain = 0.5) : Detector
{
    public override Rule Rule { get; } = new("AS0104", "disguised-missing", "Disguised missing values", Dimension.Completeness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            var disguised = profile.Disguised.Where(d => d.Confidence >= certain).ToImmutableArray();
            if (disguised.IsEmpty) continue;
            var values = new SuspectValues(examination, profile.Column);
            foreach (var token in disguised)
            {
                var code = examination.Sample[profile.Column].Values.IndexOf(token.Value);
                if (code >= 0) values.Add(code, token.Confidence, token.Reason, new(null));
            }

            if (values.Rows == 0) continue;
            var finding = values.Complete(new(Rule, [profile.Column], Explain(profile, disguised, values.Rows, examination.Sample.Rows))
            {
                Repair = new("Make them missing.", IsCertain: false),
                Evidence = [new("tokens", Wording.List([.. disguised.Select(static d => d.Value)], 10)), new("share", (double)values.Rows / examination.Sample.Rows)],
            });
            yield return Misleads(profile, disguised) ? finding : finding with { Severity = Severity.Note, Cells = [], Rows = null };
        }
    }

    private static string Explain(ColumnProfile profile, ImmutableArray<DisguisedMissing> disguised, int rows, int sampleRows) =>
        $"In {profile.Column.Label} {Wording.List([.. disguised.Select(static d => d.Value)])} {(disguised.Length == 1 ? "stands" : "stand")} for a missing value "
        + $"in {Wording.Count(rows, "row")} ({Wording.Percent((double)rows / sampleRows)}): {disguised[0].Reason.TrimEnd('.')}.";

    /// <summary>
    /// Whether the disguise does harm. A column of names in which one word always says "none" is a convention; it misleads when the
    /// column is about numbers or dates, when it is also left empty, or when it says the same in several ways.
    /// </summary>
    private static bool Misleads(ColumnProfile profile, ImmutableArray<DisguisedMissing> disguised) =>
        profile.Type is not (ValueType.Text or ValueType.Empty) || profile.Missing > 0 || disguised.Length > 1;
}
