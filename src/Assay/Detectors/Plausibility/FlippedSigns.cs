using Assays.Findings;
using Assays.Profiling;
using Assays.Statistics;

namespace Assays.Detectors.Plausibility;

/// <summary>Numbers that lost or won a sign: with the other one they lie among the rest of the column.</summary>
/// <param name="numeric">The least share of rows that are numbers.</param>
public sealed class FlippedSigns(double numeric = 0.9) : Detector
{
    private const double CellConfidence = 0.85;

    public override Rule Rule { get; } = new("AS0350", "flipped-signs", "Numbers with the wrong sign", Dimension.Plausibility, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            // East and west, north and south are both on the map.
            if (examination.Profile[column.Column].Semantic is SemanticType.Latitude or SemanticType.Longitude) continue;
            if (NumericValues.Of(column, numeric) is not { } numbers) continue;
            var flipped = MirroredNumbers.Find(numbers.Numbers, numbers.Counts);
            if (flipped.Length == 0 || Accident.IsExplained(examination.Sample, column, flipped.Select(i => numbers.Codes[i]).ToHashSet())) continue;

            var suspects = new SuspectValues(examination, column.Column);
            foreach (var index in flipped)
            {
                var text = column.Values[numbers.Codes[index]];
                var turned = numbers.Numbers[index] < 0 ? text.Replace("-", "", StringComparison.Ordinal) : $"-{text.Trim().TrimStart('+')}";
                suspects.Add(numbers.Codes[index], CellConfidence,
                    $"The other values of {column.Column.Label} are {(numbers.Numbers[index] < 0 ? "positive" : "negative")} and stay away from zero; {Wording.Quote(turned)} would be as usual there.", new(turned));
            }

            yield return suspects.Complete(new(Rule, [column.Column],
                $"{Wording.Count(suspects.Rows, "value")} of {column.Column.Label} {(suspects.Rows == 1 ? "has" : "have")} another sign than all others, and with theirs would lie among them{suspects.SuchAs}.")
            {
                Evidence = [new("share", suspects.Share)],
                Repair = new("Change the sign.", IsCertain: false),
            });
        }
    }
}
