using System.Collections.Immutable;

namespace Assays.Statistics;

/// <summary>A number that does not come from where the others come from.</summary>
/// <param name="Index">Which of the distinct numbers.</param>
/// <param name="Probability">The probability, 0 to 1, that it is foreign.</param>
public readonly record struct Outlier(int Index, double Probability);

/// <summary>
/// Finds outliers by comparing two explanations of a column: one distribution with tails as heavy as need be, or a light-tailed one with errors
/// strewn over the range. Only where the second explains the numbers clearly better (Bayesian information criterion) is anything foreign, so
/// that incomes, fares and populations stay silent. Positive numbers are also looked at by their logarithms, and the scale on which they are
/// more regular decides.
/// </summary>
public static class Outliers
{
    /// <summary>Distinct numbers from which a distribution can be seen.</summary>
    private const int MinDistinct = 8;

    /// <summary>How much better, in natural log-likelihood, errors must explain the numbers than heavy tails.</summary>
    private const double Margin = 6;

    /// <summary>The share of rows from which one value is left aside.</summary>
    private const double MaxSpike = 0.2;

    /// <summary>More errors than this are no errors but another population.</summary>
    private const double MaxBackground = 0.3;

    /// <summary>The share of rows that may be errors on one side alone.</summary>
    private const double MaxOneSided = 0.05;

    /// <summary>Scales from the centre at which a number is far out.</summary>
    private const double MinDistance = 5;

    /// <summary>Numbers that a fit looks at: each of those near the ends, and means of neighbours between them.</summary>
    private const int MaxFitted = 2_000;

    private static readonly double[] _light = [5, 30];
    private static readonly double[] _heavy = [1, 1.5, 2, 3, 5, 30];

    /// <param name="numbers">Distinct numbers.</param>
    /// <param name="counts">How often each occurs.</param>
    public static ImmutableArray<Outlier> Find(ReadOnlySpan<double> numbers, ReadOnlySpan<int> counts)
    {
        var total = 0L;
        foreach (var count in counts) total += count;

        // A value that a fifth of the rows share is a thing of its own (none, all, the default); the rest has its own distribution.
        var order = new List<int>();
        for (var i = 0; i < numbers.Length; i++)
        {
            if (counts[i] <= MaxSpike * total || counts[i] < 3) order.Add(i);
        }

        if (order.Count < MinDistinct) return [];
        var all = numbers.ToArray();
        order.Sort((left, right) => all[left].CompareTo(all[right]));
        var keys = order.Select(i => all[i]).ToArray();
        var weights = new double[keys.Length];
        for (var i = 0; i < weights.Length; i++) weights[i] = counts[order[i]];

        var column = new Numbers(keys, weights);
        var (scaled, fit, likelihood) = WithErrors(column);
        var outermost = Outermost(scaled, weights, fit).ToList();
        if (outermost.Count == 0 || fit.Background >= MaxBackground || likelihood <= WithoutErrors(column) + Margin) return [];

        // Errors fall to both sides; many on one side alone are another population.
        var above = outermost.Count(i => scaled[i] > fit.Location);
        if (outermost.Sum(i => weights[i]) > MaxOneSided * total && (above == 0 || above == outermost.Count)) return [];
        var found = ImmutableArray.CreateBuilder<Outlier>();
        foreach (var i in outermost) found.Add(new(order[i], Math.Min(0.99, fit.Doubt(scaled[i]))));
        return found.ToImmutable();
    }

    /// <summary>The scaled numbers and the light-tailed distribution among strewn errors that explains them best, with its log-likelihood.</summary>
    private static (double[] Keys, StudentFit Fit, double LogLikelihood) WithErrors(Numbers numbers)
    {
        (NumberScale? Scale, StudentFit Fit, double LogLikelihood) best = (null, default, double.NegativeInfinity);
        foreach (var (scale, scaled, jacobian, resolution) in numbers.Scales().Where(static s => s.Scale.IsNatural))
        {
            foreach (var freedom in _light)
            {
                var fit = StudentFit.Of(scaled, numbers.Members, freedom, true, resolution);
                if (best.Scale is null || fit.LogLikelihood + jacobian > best.LogLikelihood) best = (scale, fit, fit.LogLikelihood + jacobian);
            }
        }

        return (Array.ConvertAll(numbers.Keys, k => best.Scale!.Of(k)), best.Fit, best.LogLikelihood);
    }

    /// <summary>The log-likelihood of the single distribution, with tails as heavy as need be, that explains the numbers best.</summary>
    private static double WithoutErrors(Numbers numbers)
    {
        var best = double.NegativeInfinity;
        foreach (var (_, scaled, jacobian, resolution) in numbers.Scales())
        {
            foreach (var freedom in _heavy) best = Math.Max(best, jacobian + StudentFit.Of(scaled, numbers.Members, freedom, false, resolution).LogLikelihood);
        }

        return best;
    }

    /// <summary>
    /// Of many numbers each of the outer ones, and the means of neighbours among the inner ones: those lie so close together that a fit sees
    /// no difference, and it is the ends that decide.
    /// </summary>
    private static (double[] Keys, double[] Weights) Condense(double[] keys, double[] weights)
    {
        if (keys.Length <= MaxFitted) return (keys, weights);
        const int Outer = MaxFitted / 4;
        var (fitted, members) = (new List<double>(MaxFitted), new List<double>(MaxFitted));
        var inner = keys.Length - (2 * Outer);
        for (var group = 0; group < MaxFitted; group++)
        {
            var (from, to) = group < Outer ? (group, group + 1)
                : group >= MaxFitted - Outer ? (keys.Length - MaxFitted + group, keys.Length - MaxFitted + group + 1)
                : (Outer + (int)((long)inner * (group - Outer) / (MaxFitted / 2)), Outer + (int)((long)inner * (group + 1 - Outer) / (MaxFitted / 2)));
            var (sum, weight) = (0.0, 0.0);
            for (var i = from; i < to; i++) (sum, weight) = (sum + (keys[i] * weights[i]), weight + weights[i]);
            fitted.Add(sum / weight);
            members.Add(weight);
        }

        return ([.. fitted], [.. members]);
    }

    /// <summary>From each end inwards, while numbers are foreign, far out and alone.</summary>
    private static IEnumerable<int> Outermost(double[] keys, double[] weights, StudentFit fit)
    {
        bool IsForeign(int i) => fit.Doubt(keys[i]) > 0.5 && Math.Abs(keys[i] - fit.Location) > MinDistance * fit.Scale && !HasCompany(keys, weights, i, fit);
        var low = 0;
        for (; low < keys.Length && IsForeign(low); low++) yield return low;
        for (var high = keys.Length - 1; high > low && IsForeign(high); high--) yield return high;
    }

    // Numbers far out but close together are a second kind of thing, not errors.
    private static bool HasCompany(double[] keys, double[] weights, int at, StudentFit fit)
    {
        var (near, total) = (0.0, 0.0);
        for (var i = 0; i < keys.Length; i++)
        {
            total += weights[i];
            if (Math.Abs(keys[i] - keys[at]) < fit.Scale / 2) near += weights[i];
        }

        return near > Math.Max(2, 3 * total * fit.Background * fit.Scale / fit.Width) + 1;
    }

    // The median gap of neighbours, divided: a scale below what the numbers resolve would make everything an outlier.
    private static double Resolution(double[] keys)
    {
        var gaps = new double[keys.Length - 1];
        for (var i = 0; i < gaps.Length; i++) gaps[i] = keys[i + 1] - keys[i];
        Array.Sort(gaps);
        var range = keys[^1] - keys[0];
        return Math.Max(gaps[gaps.Length / 2] / 4, range * 1e-9);
    }

    /// <summary>Ascending numbers, those of them that are fitted, and how they look on every scale.</summary>
    private sealed class Numbers
    {
        private readonly double[] _fitted;

        public Numbers(double[] keys, double[] weights)
        {
            Keys = keys;
            (_fitted, Members) = Condense(keys, weights);
        }

        public double[] Keys { get; }

        /// <summary>How many numbers each of those stands for that are fitted.</summary>
        public double[] Members { get; }

        public IEnumerable<(NumberScale Scale, double[] Scaled, double Jacobian, double Resolution)> Scales()
        {
            foreach (var scale in NumberScale.All(Keys, Outliers.Resolution(Keys)))
            {
                var scaled = Array.ConvertAll(_fitted, k => scale.Of(k));
                if (scaled[0] > scaled[^1]) continue;
                var jacobian = 0.0;
                for (var i = 0; i < _fitted.Length; i++) jacobian += Members[i] * scale.LogSlope(_fitted[i]);
                yield return (scale, scaled, jacobian, Outliers.Resolution(_fitted == Keys ? scaled : Array.ConvertAll(Keys, k => scale.Of(k))));
            }
        }
    }
}
