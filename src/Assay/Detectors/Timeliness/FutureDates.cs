using Assays.Findings;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Detectors.Timeliness;

/// <summary>Dates after the time of the assessment, in columns about what has happened.</summary>
/// <param name="mostFuture">The largest share of future dates that are errors; a column with more is about plans.</param>
public sealed class FutureDates(double mostFuture = 0.05) : Detector
{
    private const double CellConfidence = 0.85;
    private const int YearsOfPlans = 5;
    private const int Century = 100;

    /// <summary>Clocks of all time zones, and some that are wrong.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(2);

    public override Rule Rule { get; } = new("AS0501", "future-dates", "Dates in the future", Dimension.Timeliness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var limit = examination.Now + Tolerance;
        foreach (var profile in examination.Profile.Columns)
        {
            if (profile.Temporal is not { } temporal || profile.Type == ValueType.Time || temporal.Max <= limit) continue;
            var isAboutPlans = IsAboutPlans(profile.Column.Name);
            var values = examination.Sample[profile.Column];
            var moments = TemporalValues.Of(values, profile).Moments;
            var future = new SuspectValues(examination, profile.Column);
            var latest = DateTime.MinValue;
            for (var code = 0; code < moments.Length; code++)
            {
                // A year such as 9999 stands for "never" and is a disguise, not a date.
                if (moments[code] is not { } moment || moment <= limit || profile.Disguised.Any(token => token.Value == values.Values[code])) continue;
                if (isAboutPlans && !IsOfAnotherCentury(moment, temporal.Min, limit)) continue;
                future.Add(code, CellConfidence, isAboutPlans
                    ? "A hundred years earlier it would lie among the others: a year of two digits was taken for one of this century."
                    : "After the time of this assessment, in a column of past dates.");
                if (moment > latest) latest = moment;
            }

            if (future.Rows == 0 || future.Share > mostFuture) continue;
            var what = isAboutPlans
                ? $"{Wording.Count(future.Rows, "value")} of {profile.Column.Label} {(future.Rows == 1 ? "lies" : "lie")} years ahead, and a hundred years earlier would be among the others{future.SuchAs}"
                : $"{profile.Column.Label} lies in the past but for {Wording.Count(future.Rows, "row")}{future.SuchAs}";
            yield return future.Complete(new(
                Rule, [profile.Column],
                FormattableString.Invariant($"{what}; the latest is {latest:yyyy-MM-dd}, the data were looked at on {examination.Now:yyyy-MM-dd}."))
            {
                Evidence = [new("latest", latest.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), new("futureShare", future.Share)],
            });
        }
    }

    /// <summary>Whether a date lies further ahead than plans do, and would lie among the others without the first two digits of its year.</summary>
    private static bool IsOfAnotherCentury(DateTime moment, DateTime first, DateTime limit) =>
        moment > limit.AddYears(YearsOfPlans) && moment.AddYears(-Century) is var earlier && earlier >= first && earlier < limit;

    private static bool IsAboutPlans(string name) => ColumnName.Of(name).HasAny(
        "due", "expiry", "expires", "expire", "expiration", "exp", "valid", "until", "till", "to", "end", "ends", "ending", "planned", "plan", "scheduled", "schedule", "sched",
        "next", "deadline", "forecast", "target", "maturity", "eta", "renewal", "estimated", "expected", "delivery", "appointment", "event", "effective", "release", "start");
}
