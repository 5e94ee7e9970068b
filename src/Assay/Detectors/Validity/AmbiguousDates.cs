using Assays.Findings;
using Assays.Profiling.Typing;

namespace Assays.Detectors.Validity;

/// <summary>Columns of dates in numbers of which no value tells whether the day or the month comes first.</summary>
public sealed class AmbiguousDates : Detector
{
    public override Rule Rule { get; } = new("AS0225", "ambiguous-dates", "Dates that can be read in two ways", Dimension.Validity, Severity.Note);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            if (profile.Temporal is not { EpochUnit: null, DayFirst: null, MixesOrders: false }) continue;
            var values = examination.Sample[profile.Column];
            var (rows, different, example) = (0L, 0L, "");
            for (var code = 0; code < values.Values.Length; code++)
            {
                if (TemporalText.Read(values.Values[code]) is not { CanBeDayFirst: true, CanBeMonthFirst: true } reading) continue;
                rows += values.Counts[code];
                if (reading.First == reading.Second) continue;
                different += values.Counts[code];
                if (example.Length == 0) example = values.Values[code];
            }

            if (different == 0) continue;
            yield return new(Rule, [profile.Column],
                $"No date of {profile.Column.Label} tells whether the day or the month comes first: {(profile.IsPersonal ? "each" : Wording.Quote(example))} can be read in two ways, as can {Wording.Count(different, "row")} in all.")
            {
                AffectedRows = different,
                Evidence = [new("ambiguousRows", different), new("numericRows", rows)],
            };
        }
    }
}
