using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;
using Assays.Profiling.Typing;

namespace Assays.Detectors.Validity;

/// <summary>Dates of one column written in several ways, or with day and month in both orders.</summary>
public sealed class MixedDateFormats : Detector
{
    private const double CellConfidence = 0.8;
    private const double OrderConfidence = 0.85;

    /// <summary>The share of one format from which it is the column's.</summary>
    private const double UsualShare = 0.6;

    public override Rule Rule { get; } = new("AS0224", "mixed-date-formats", "Dates written in several ways", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            if (profile.Temporal is not { EpochUnit: null } temporal) continue;
            var values = examination.Sample[profile.Column];
            var readings = values.Values.Select(static value => TemporalText.Read(value)).ToList();
            if (Formats(examination, profile, values, readings) is { } formats) yield return formats;
            if (temporal.MixesOrders && Orders(examination, profile, values, readings) is { } orders) yield return orders;
        }
    }

    private Finding? Formats(Examination examination, ColumnProfile profile, SampledColumn values, List<TemporalReading?> readings)
    {
        var ways = readings.Select(static (reading, code) => (Reading: reading, Code: code)).Where(pair => pair.Reading?.HasDate == profile.Type is not Profiling.ValueType.Time)
            .GroupBy(static pair => Layout(pair.Reading!.Value.Format), StringComparer.Ordinal)
            .Select(group => (Format: group.Key, Rows: group.Sum(pair => (long)values.Counts[pair.Code]), Codes: group.Select(static pair => pair.Code).ToList()))
            .OrderByDescending(static way => way.Rows).ThenBy(static way => way.Format, StringComparer.Ordinal).ToList();
        if (ways.Count < 2 || ways[0].Rows < UsualShare * ways.Sum(static way => way.Rows)) return null;
        var usual = Shown(ways[0].Format, profile);
        var suspects = new SuspectValues(examination, profile.Column);
        foreach (var code in ways.Skip(1).SelectMany(static way => way.Codes))
        {
            suspects.Add(code, CellConfidence, $"Most values are written {usual}.", Rewrite(readings[code]!.Value, ways[0].Format, profile) is { } text ? new(text) : null);
        }

        return suspects.Complete(new(
            Rule, [profile.Column],
            $"{profile.Column.Label} writes {Wording.Percent(1 - suspects.Share)} of its values as {usual}, but {Wording.Count(suspects.Rows, "value")} otherwise{suspects.SuchAs}.")
        {
            Aspect = "formats",
            Evidence = [new("formats", Wording.Join([.. ways.Take(5).Select(way => Shown(way.Format, profile))])), new("usualRows", ways[0].Rows)],
            Repair = new($"Write all as {usual}, best in ISO 8601.", IsCertain: false),
        });
    }

    private Finding? Orders(Examination examination, ColumnProfile profile, SampledColumn values, List<TemporalReading?> readings)
    {
        if (profile.Temporal!.DayFirst is not { } dayFirst)
        {
            return new(Rule, [profile.Column], $"Some dates of {profile.Column.Label} can only be read with the day first and as many only with the month first, so dates such as 03/04 cannot be understood at all.")
            {
                Aspect = "orders", Severity = Severity.Error, AffectedRows = profile.Present,
            };
        }

        var suspects = new SuspectValues(examination, profile.Column);
        for (var code = 0; code < readings.Count; code++)
        {
            if (readings[code] is not { IsNumeric: true } reading) continue;
            if (dayFirst ? reading.CanBeDayFirst : reading.CanBeMonthFirst) continue;
            suspects.Add(code, OrderConfidence, $"Only readable with the {(dayFirst ? "month" : "day")} first, while the column has the {(dayFirst ? "day" : "month")} first.");
        }

        return suspects.Rows == 0 ? null : suspects.Complete(new(
            Rule, [profile.Column],
            $"{profile.Column.Label} has the {(dayFirst ? "day" : "month")} first, but {Wording.Count(suspects.Rows, "value")} can only be read the other way round{suspects.SuchAs}; others like them are read wrongly without being noticed.")
        {
            Aspect = "orders", Severity = Severity.Error,
        });
    }

    /// <summary>A format without what varies inside one way of writing: fractions of seconds, and one or two digits.</summary>
    private static string Layout(string format) => format
        .Replace(".f", "", StringComparison.Ordinal).Replace("HH", "H", StringComparison.Ordinal).Replace("hh", "h", StringComparison.Ordinal)
        .Replace("MMMM", "MMM", StringComparison.Ordinal).Replace("dd", "d", StringComparison.Ordinal);

    private static string Shown(string layout, ColumnProfile profile) => TemporalReading.Resolve(layout, profile.Temporal!.DayFirst);

    private static string? Rewrite(TemporalReading reading, string layout, ColumnProfile profile)
    {
        var dayFirst = profile.Temporal!.DayFirst;
        if ((reading.IsNumeric || layout.Contains('#', StringComparison.Ordinal)) && dayFirst is null) return null;
        if (reading.Offset is not null || layout.Contains('K', StringComparison.Ordinal) || (reading.TimeOfDay is null && layout.Contains('m', StringComparison.Ordinal))) return null;
        if (reading.TimeOfDay is { } time && time > TimeSpan.Zero && !layout.Contains('m', StringComparison.Ordinal)) return null;
        if (reading.Moment(dayFirst ?? false) is not { } moment) return null;
        var format = TemporalReading.Resolve(layout, dayFirst).Replace("MMM", "\u0001", StringComparison.Ordinal);
        return moment.ToString(format.Replace("\u0001", "MMM", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
