using Assays.History;

namespace Assays.Reports;

/// <summary>How figures of a history are called in front of people.</summary>
internal static class MetricWords
{
    public static string Of(string metric) => metric switch
    {
        "missingShare" => "missing",
        "distinct" => "distinct values",
        "effect" => "rows elsewhere than in the reference",
        _ => metric,
    };

    public static string Value(MetricName name, double value) => name.Name switch
    {
        "missingShare" or "effect" => Legible.Percent(value),
        "grade" => value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture),
        _ => Legible.Number(value),
    };

    /// <summary>What is unusual now: <c>amount, mean: 2,012, expected 19.8 to 21.3</c>.</summary>
    public static string Unusual(MetricCourse course)
    {
        var subject = course.Name.Column.Length == 0 ? Of(course.Name.Name) : $"{Legible.Of(course.Name.Column, 60)}, {Of(course.Name.Name)}";
        var range = course.Expected is var (low, high) ? $", expected {Value(course.Name, Rounded(low))} to {Value(course.Name, Rounded(high))}" : "";
        return $"{subject}: {Value(course.Name, course.Values[^1])}{range}";
    }

    private static double Rounded(double bound) => bound == 0 ? 0 : double.Parse(bound.ToString("G3", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
