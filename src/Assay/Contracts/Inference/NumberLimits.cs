using System.Globalization;
using Assays.Data;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Contracts.Inference;

/// <summary>What numbers must be: their type, a range beyond what was seen, and middles within what chance and the table's own wandering allow.</summary>
internal static class NumberLimits
{
    private const int RowsForMeans = 200;

    /// <summary>Standard errors that a figure may be off: seldom enough for contracts of a hundred rules.</summary>
    private const double Errors = 4.5;

    /// <summary>Numbers are on a scale of factors when their largest per cent begins beyond so many medians.</summary>
    private const double Factor = 10;

    public static ContractColumn Add(ContractColumn column, ColumnProfile profile, SampledColumn values, Sample sample, List<string> why)
    {
        var typed = column with { LogicalType = profile.Type == ValueType.Integer ? "integer" : "number" };
        if (profile.Numeric is not { } numeric) return typed;
        var isPlace = profile.Semantic is SemanticType.Latitude or SemanticType.Longitude;
        if (profile.IsConstant || profile.Sequence is { IsRising: true } or { IsFalling: true } || !(profile.IsQuantity || isPlace || IsScale(profile.Semantic)))
        {
            return Limit(typed, NumberRanges.OfDigits(numeric, values, profile.Sequence is { IsRising: true }));
        }

        var range = profile.Semantic switch
        {
            SemanticType.Latitude => (-90, 90),
            SemanticType.Longitude => numeric.Max > 180 ? (0, 360) : (-180, 180),
            _ => NumberRanges.Of(numeric, values),
        };
        why.Add(isPlace
            ? "Range: of places on the earth."
            : string.Create(CultureInfo.InvariantCulture, $"Range: values were from {numeric.Min:G6} to {numeric.Max:G6}; the limits leave room for rarer ones."));
        typed = Limit(typed, range);
        return sample.Rows < RowsForMeans ? typed : typed with { Quality = [.. typed.Quality, Middle(numeric, values), Zeros(numeric, values)] };
    }

    private static bool IsScale(SemanticType semantic) => semantic is SemanticType.Ordinal or SemanticType.Category or SemanticType.Year;

    private static ContractColumn Limit(ContractColumn column, (double? Low, double? High) range) =>
        column with { Options = column.Options with { Minimum = Text(range.Low), Maximum = Text(range.High) } };

    /// <summary>The mean, or the geometric one where few large numbers would hide what becomes of the others.</summary>
    private static QualityRule Middle(NumericProfile numeric, SampledColumn values)
    {
        var isOfFactors = numeric.Min >= 0 && numeric.ZeroShare < 0.5 && (numeric.Skewness > 2 || numeric.At(0.99) > Factor * numeric.At(0.5));
        return isOfFactors ? GeometricMean(values) : Mean(values);
    }

    private static QualityRule Mean(SampledColumn values)
    {
        var (mean, deviation, tolerance) = Figure(values, values.Numbers.ToArray());
        return Own(
            OwnRule.Mean, Between(mean - tolerance, mean + tolerance), "accuracy",
            string.Create(CultureInfo.InvariantCulture, $"The mean was {mean:G6} with a standard deviation of {deviation:G4} over {values.Present:#,0} values."));
    }

    private static QualityRule GeometricMean(SampledColumn values)
    {
        var (mean, deviation, tolerance) = Figure(values, [.. values.Numbers.ToArray().Select(static number => number > 0 ? Math.Log(number) : double.NaN)]);
        return Own(
            OwnRule.GeometricMean, Between(Math.Exp(mean - tolerance), Math.Exp(mean + tolerance)), "accuracy",
            string.Create(CultureInfo.InvariantCulture, $"The geometric mean of the numbers above zero was {Math.Exp(mean):G6}; usual ones were off by a factor of {Math.Exp(deviation):G3}."));
    }

    private static QualityRule Zeros(NumericProfile numeric, SampledColumn values)
    {
        var (share, _, tolerance) = Figure(values, [.. values.Numbers.ToArray().Select(static number => number == 0 ? 1.0 : 0)]);
        tolerance = Math.Max(tolerance, 0) + 6.0 / values.Present;
        return Own(
            OwnRule.ZeroShare, Between(Math.Max(0, 100 * (share - tolerance)), Math.Min(100, 100 * (share + tolerance))), "accuracy",
            string.Create(CultureInfo.InvariantCulture, $"{100 * numeric.ZeroShare:0.##} % of {values.Present:#,0} values were zero; zeros that stand for missing values change that."));
    }

    /// <summary>The mean of a figure of the values, and how far it may be off in other rows: by chance in half as many, or as far as it wandered in these.</summary>
    /// <param name="figures">A figure for each distinct value; NaN where it has none.</param>
    private static (double Mean, double Deviation, double Tolerance) Figure(SampledColumn values, double[] figures)
    {
        double sum = 0, squares = 0, count = 0;
        for (var i = 0; i < figures.Length; i++)
        {
            if (double.IsNaN(figures[i])) continue;
            sum += figures[i] * values.Counts[i];
            count += values.Counts[i];
        }

        var mean = sum / count;
        for (var i = 0; i < figures.Length; i++)
        {
            if (!double.IsNaN(figures[i])) squares += (figures[i] - mean) * (figures[i] - mean) * values.Counts[i];
        }

        var deviation = Math.Sqrt(squares / count);
        return (mean, deviation, Math.Max(Errors * deviation * Math.Sqrt(3 / count), Wandering.Of(values, code => figures[code], mean, deviation)));
    }

    private static QualityRule Own(string metric, Expectation expectation, string dimension, string why) => new(RuleKind.Custom)
    {
        Engine = OwnRule.Engine, Metric = metric, Expectation = expectation, Dimension = dimension, Description = why, Severity = "warning",
    };

    private static Expectation Between(double low, double high) => new(Operator.MustBeBetween, Rounded(low), Rounded(high));

    private static double Rounded(double value) => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string? Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
