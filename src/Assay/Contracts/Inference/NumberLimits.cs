using System.Globalization;
using Assays.Data;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Contracts.Inference;

/// <summary>What numbers must be: their type, a range well beyond what was seen, and a mean within what chance and the table's own wandering allow.</summary>
internal static class NumberLimits
{
    private const int RowsForMeans = 200;
    private const int Blocks = 10;

    /// <summary>Standard errors that a figure may be off: seldom enough for contracts of a hundred rules.</summary>
    private const double Errors = 4.5;

    public static ContractColumn Add(ContractColumn column, ColumnProfile profile, SampledColumn values, Sample sample, List<string> why)
    {
        var typed = column with { LogicalType = profile.Type == ValueType.Integer ? "integer" : "number" };
        if (profile.Numeric is not { } numeric) return typed;
        if (!profile.IsQuantity || profile.Sequence is { IsRising: true } or { IsFalling: true } || profile.IsConstant)
        {
            return numeric.Min < 0 ? typed : typed with { Options = typed.Options with { Minimum = "0" } };
        }

        var (low, high) = Range(numeric);
        why.Add(string.Create(CultureInfo.InvariantCulture, $"Range: values were from {numeric.Min:G6} to {numeric.Max:G6}; the limits leave room for rarer ones."));
        typed = typed with { Options = typed.Options with { Minimum = Text(low), Maximum = Text(high) } };
        return sample.Rows < RowsForMeans ? typed : typed with { Quality = [.. typed.Quality, Mean(numeric, values), Zeros(numeric, values)] };
    }

    /// <summary>The extremes, moved out by their own distance to the median; on a scale of factors where values spread over several.</summary>
    private static (double Low, double High) Range(NumericProfile numeric)
    {
        var median = numeric.At(0.5);
        var high = numeric.Max + (numeric.Max - median);
        if (median > 0 && numeric.Max / median > 10) high = Math.Max(high, numeric.Max * Math.Sqrt(numeric.Max / median));
        var low = numeric.Min - (median - numeric.Min);
        if (numeric.Min >= 0) low = Math.Max(0, low);
        if (numeric.Max <= 0) high = Math.Min(0, high);
        return (Round.Down(low), Round.Up(high));
    }

    private static QualityRule Mean(NumericProfile numeric, SampledColumn values)
    {
        var (mean, deviation, wandering) = Moments(values);
        var tolerance = Math.Max(Errors * deviation * Math.Sqrt(3.0 / values.Present), 2 * wandering);
        return Own(
            OwnRule.Mean, Between(mean - tolerance, mean + tolerance), "accuracy",
            string.Create(CultureInfo.InvariantCulture, $"The mean was {mean:G6} with a standard deviation of {numeric.Deviation:G4} over {values.Present:#,0} values."));
    }

    private static QualityRule Zeros(NumericProfile numeric, SampledColumn values)
    {
        var share = numeric.ZeroShare;
        var tolerance = Errors * Math.Sqrt(share * (1 - share) * 3 / values.Present) + 6.0 / values.Present;
        var wandering = Wandering(values, static number => number == 0 ? 1 : 0, share, Math.Sqrt(share * (1 - share)));
        tolerance = Math.Max(tolerance, 2 * wandering);
        return Own(
            OwnRule.ZeroShare, Between(Math.Max(0, 100 * (share - tolerance)), Math.Min(100, 100 * (share + tolerance))), "accuracy",
            string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} % of {values.Present:#,0} values were zero; zeros that stand for missing values change that."));
    }

    private static (double Mean, double Deviation, double Wandering) Moments(SampledColumn values)
    {
        double sum = 0, squares = 0;
        var numbers = values.Numbers;
        for (var i = 0; i < numbers.Length; i++)
        {
            sum += numbers[i] * values.Counts[i];
        }

        var mean = sum / values.Present;
        for (var i = 0; i < numbers.Length; i++)
        {
            squares += (numbers[i] - mean) * (numbers[i] - mean) * values.Counts[i];
        }

        var deviation = Math.Sqrt(squares / values.Present);
        return (mean, deviation, Wandering(values, static number => number, mean, deviation));
    }

    /// <summary>How far the means of tenths of the rows, in their order, are from the whole's, when that is more than chance; else 0.</summary>
    private static double Wandering(SampledColumn values, Func<double, double> figure, double mean, double deviation)
    {
        var (sums, counts) = (new double[Blocks], new int[Blocks]);
        var rows = values.Codes.Length;
        for (var row = 0; row < rows; row++)
        {
            if (values.Codes[row] < 0) continue;
            var block = (int)((long)row * Blocks / rows);
            sums[block] += figure(values.Number(row));
            counts[block]++;
        }

        // The sum of squared standard errors is chi-square with nine degrees of freedom when the order of the rows means nothing; 33.7 is its 99.99 % quantile.
        double chiSquare = 0, farthest = 0;
        for (var block = 0; block < Blocks; block++)
        {
            if (counts[block] == 0) continue;
            var distance = Math.Abs(sums[block] / counts[block] - mean);
            farthest = Math.Max(farthest, distance);
            if (deviation > 0) chiSquare += distance * distance * counts[block] / (deviation * deviation);
        }

        return chiSquare > 33.7 ? farthest : 0;
    }

    private static QualityRule Own(string metric, Expectation expectation, string dimension, string why) => new(RuleKind.Custom)
    {
        Engine = OwnRule.Engine, Metric = metric, Expectation = expectation, Dimension = dimension, Description = why, Severity = "warning",
    };

    private static Expectation Between(double low, double high) => new(Operator.MustBeBetween, Figure(low), Figure(high));

    private static double Figure(double value) => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
