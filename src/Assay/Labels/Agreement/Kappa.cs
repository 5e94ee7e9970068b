using Assays.Statistics;

namespace Assays.Labels.Agreement;

/// <summary>Cohen's kappa of two annotators, from the table of what one said by what the other said.</summary>
public sealed class Kappa
{
    private readonly double[,] _shares;
    private readonly double[] _left;
    private readonly double[] _right;

    /// <param name="table">Items by the first annotator's class and the second's.</param>
    public Kappa(long[,] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var classes = table.GetLength(0);
        (_shares, _left, _right) = (new double[classes, classes], new double[classes], new double[classes]);
        Items = table.Cast<long>().Sum();
        for (var i = 0; i < classes; i++)
        {
            for (var j = 0; j < classes; j++)
            {
                _shares[i, j] = (double)table[i, j] / Items;
                _left[i] += _shares[i, j];
                _right[j] += _shares[i, j];
            }
        }
    }

    public long Items { get; }

    public double Agreement => Sum((i, j) => i == j ? _shares[i, j] : 0);

    /// <summary>Cohen's kappa; weighted by the distance of the classes' places to some power (1 linear, 2 quadratic), or unweighted with 0.</summary>
    public double Value(double power = 0)
    {
        var observed = Sum((i, j) => _shares[i, j] * Apart(i, j, power));
        var expected = Sum((i, j) => _left[i] * _right[j] * Apart(i, j, power));
        return expected == 0 ? double.NaN : 1 - observed / expected;
    }

    /// <summary>Scott's pi: as kappa, but with one set of shares for both annotators.</summary>
    public double ScottPi => Corrected(Sum((i, j) => i == j ? Mean(i) * Mean(i) : 0));

    /// <summary>Gwet's AC1 of the two.</summary>
    public double GwetAc1 => Corrected(Sum((i, j) => i == j ? Mean(i) * (1 - Mean(i)) : 0) / (_left.Length - 1));

    /// <summary>The most that kappa could be with these shares of classes.</summary>
    public double Largest
    {
        get
        {
            var chance = Sum((i, j) => i == j ? _left[i] * _right[j] : 0);
            return (Sum((i, j) => i == j ? Math.Min(_left[i], _right[j]) : 0) - chance) / (1 - chance);
        }
    }

    /// <summary>The standard error of the unweighted kappa (Fleiss, Cohen and Everitt 1969).</summary>
    public double StandardError
    {
        get
        {
            var kappa = Value();
            var chance = Sum((i, j) => i == j ? _left[i] * _right[j] : 0);
            var diagonal = Sum((i, j) => i == j ? _shares[i, i] * Square(1 - (_left[i] + _right[i]) * (1 - kappa)) : 0);
            var rest = Square(1 - kappa) * Sum((i, j) => i == j ? 0 : _shares[i, j] * Square(_right[i] + _left[j]));
            return Math.Sqrt((diagonal + rest - Square(kappa - chance * (1 - kappa))) / Items) / (1 - chance);
        }
    }

    public Interval Interval(double confidence = 0.95)
    {
        var half = NormalDistribution.Quantile((1 + confidence) / 2) * StandardError;
        return new(Value() - half, Value() + half);
    }

    private double Mean(int k) => (_left[k] + _right[k]) / 2;
    private double Corrected(double chance) => (Agreement - chance) / (1 - chance);
    private static double Square(double value) => value * value;
    private static double Apart(int i, int j, double power) => i == j ? 0 : power == 0 ? 1 : Math.Pow(Math.Abs(i - j), power);

    private double Sum(Func<int, int, double> term)
    {
        var sum = 0.0;
        for (var i = 0; i < _left.Length; i++)
        {
            for (var j = 0; j < _left.Length; j++)
            {
                sum += term(i, j);
            }
        }

        return sum;
    }
}
