namespace Assays.Statistics;

/// <summary>A Student distribution fitted to weighted numbers, alone or over a thin uniform background of errors.</summary>
/// <param name="Location">Its centre.</param>
/// <param name="Scale">Its scale.</param>
/// <param name="Freedom">Its degrees of freedom: the smaller, the heavier its tails.</param>
/// <param name="Background">The share of the uniform background; 0 when there is none.</param>
/// <param name="Width">The width of the background.</param>
/// <param name="LogLikelihood">Of the numbers, natural.</param>
public readonly record struct StudentFit(double Location, double Scale, double Freedom, double Background, double Width, double LogLikelihood)
{
    private const int Rounds = 60;

    /// <summary>Fits by expectation maximisation (Lange, Little and Taylor, 1989), from the median and the interquartile range.</summary>
    /// <param name="numbers">Ascending numbers.</param>
    /// <param name="weights">How often each occurs.</param>
    /// <param name="freedom">The degrees of freedom, fixed.</param>
    /// <param name="hasBackground">Whether a share of the numbers may come from anywhere.</param>
    /// <param name="resolution">The smallest scale that is believed: numbers are written with so many digits.</param>
    public static StudentFit Of(ReadOnlySpan<double> numbers, ReadOnlySpan<double> weights, double freedom, bool hasBackground, double resolution)
    {
        var total = Sum(weights);
        var location = Quantile(numbers, weights, 0.5 * total);
        var scale = Math.Max(resolution, (Quantile(numbers, weights, 0.75 * total) - Quantile(numbers, weights, 0.25 * total)) / 1.35);
        var width = Math.Max(2 * (numbers[^1] - numbers[0]), scale);
        var background = hasBackground ? 0.05 : 0;
        var likelihood = double.NegativeInfinity;
        var (peak, power) = (Math.Exp(LogPeak(freedom)), (freedom + 1) / 2);
        for (var round = 0; round < Rounds; round++)
        {
            var (weight, sum, squares, core, sumLog) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var i = 0; i < numbers.Length; i++)
            {
                var z = (numbers[i] - location) / scale;
                var density = (1 - background) * peak * Math.Pow(1 + (z * z / freedom), -power) / scale;
                var mixed = density + (background / width);
                var member = weights[i] * density / mixed;
                var robust = member * (freedom + 1) / (freedom + (z * z));
                (weight, sum, squares, core) = (weight + robust, sum + (robust * numbers[i]), squares + (robust * (numbers[i] - location) * (numbers[i] - location)), core + member);
                sumLog += weights[i] * Math.Log(mixed);
            }

            var done = Math.Abs(sumLog - likelihood) < 1e-6 * Math.Abs(sumLog);
            likelihood = sumLog;
            if (done || weight <= 0 || core <= 0) break;
            location = sum / weight;
            scale = Math.Max(resolution, Math.Sqrt(squares / core));
            if (hasBackground) background = Math.Clamp(1 - (core / total), 1e-4, 0.4);
        }

        return new(location, scale, freedom, background, width, likelihood);
    }

    /// <summary>The probability that a number is from the background.</summary>
    public double Doubt(double number)
    {
        var core = (1 - Background) * Density((number - Location) / Scale, Freedom) / Scale;
        var outside = Background / Width;
        return outside / (core + outside);
    }

    private static double Density(double z, double freedom) => Math.Exp(LogPeak(freedom) - ((freedom + 1) / 2 * Math.Log(1 + (z * z / freedom))));

    /// <summary>The logarithm of the standard density at its centre.</summary>
    private static double LogPeak(double freedom) => LogGamma((freedom + 1) / 2) - LogGamma(freedom / 2) - (0.5 * Math.Log(freedom * Math.PI));

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }

    private static double Quantile(ReadOnlySpan<double> numbers, ReadOnlySpan<double> weights, double target)
    {
        var sum = 0.0;
        for (var i = 0; i < numbers.Length; i++)
        {
            sum += weights[i];
            if (sum >= target) return numbers[i];
        }

        return numbers[^1];
    }

    // Stirling's series after shifting the argument above 7 (Abramowitz and Stegun 6.1.40); accurate to 1e-10.
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 7; x++) shift -= Math.Log(x);
        var inverse = 1 / (x * x);
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + ((1 / 12.0 - (inverse * (1 / 360.0 - (inverse / 1260)))) / x);
    }
}
