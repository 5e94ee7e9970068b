using Assays.Findings;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Detectors.Timeliness;

/// <summary>Dates after the time of the assessment, in columns about what has happened.</summary>
/// <param name="mostFuture">The largest share of future dates that are errors; a column with more is about plans.</param>
public sealed class FutureDates(double mostFuture = 0.05) : Detector
{
    private const double CellConfidence = 0.85;

    /// <summary>Clocks of all time zones, and some that are wrong.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(2);

    public override Rule Rule { get; } = new("AS0501", "future-dates", "Dates in the future", Dimension.Timeliness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var limit = examination.Now + Tolerance;
        foreach (var profile in examination.Profile.Columns)
        {
            if (profile.Temporal is not { } temporal || profile.Type == ValueType.Time || temporal.Max <= limit || IsAboutPlans(profile.Column.Name)) continue;
            var values = examination.Sample[profile.Column];
            var moments = TemporalValues.Of(values, profile).Moments;
            var future = new SuspectValues(examination, profile.Column);
            var latest = DateTime.MinValue;
            for (var code = 0; code < moments.Length; code++)
            {
                // A year such as 9999 stands for "never" and is a disguise, not a date.
                if (moments[code] is not { } moment || moment <= limit || profile.Disguised.Any(token => token.Value == values.Values[code])) continue;
                future.Add(code, CellConfidence, "After the time of this assessment, in a column of past dates.");
                if (moment > latest) latest = moment;
            }

            if (future.Rows == 0 || future.Share > mostFuture) continue;
            yield return future.Complete(new(
                Rule, [profile.Column],
                FormattableString.Invariant($"{profile.Column.Label} lies in the past but for {Wording.Count(future.Rows, "row")}{future.SuchAs}; the latest is {latest:yyyy-MM-dd}, the data were looked at on {examination.Now:yyyy-MM-dd}."))
            {
                Evidence = [new("latest", latest.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), new("futureShare", future.Share)],
            });
        }
    }

    private static bool IsAboutPlans(string name) => ColumnName.Of(name).HasAny(
        "due", "expiry", "expires", "expire", "expiration", "exp", "valid", "until", "till", "to", "end", "ends", "ending", "planned", "plan", "scheduled", "schedule", "sched",
        "next", "deadline", "forecast", "target", "maturity", "eta", "renewal", "estimated", "expected", "delivery", "appointment", "event", "effective", "release", "start");
}
