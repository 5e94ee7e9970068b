namespace Assays.Labels.Errors;

/// <summary>
/// Finds the parameters of a <see cref="NoiseModel"/> by expectation and maximisation: the posterior of each row's true class, then the transition
/// by counting and the sharpness and shifts by one step of Newton's method. Each class's transition is drawn towards the overall rate of noise as
/// if five more rows had been seen, so that small classes do not run away.
/// </summary>
internal sealed class NoiseModelFit
{
    private const int Rounds = 50;
    private const double RowsTowardsTheRate = 5;
    private const double RowsTowardsThePrior = 20;
    private const double PriorNoise = 0.05;
    private const double ShiftRidge = 0.01;

    /// <summary>Above this many classes the shifts are moved one by one, as the matrix of second derivatives would cost more than it saves.</summary>
    private const int FullNewtonClasses = 32;

    private readonly Caution _usual;
    private readonly int _classes;
    private readonly int _rows;
    private readonly double[] _logs;
    private readonly int[] _labels;
    private readonly double[] _shares;
    private double _sharpness = 1;
    private readonly double[] _shifts;
    private readonly double[] _transition;
    private double _noise = 0.1;

    private NoiseModelFit(ClassProbabilities probabilities, ReadOnlySpan<int> labels, Caution usual)
    {
        _usual = usual;
        _classes = probabilities.Classes.Length;
        _rows = Math.Min(labels.Length, Math.Clamp(200_000 / _classes, 10_000, 50_000));
        _logs = new double[_rows * _classes];
        _labels = new int[_rows];
        _shares = new double[_classes];
        _shifts = new double[_classes];
        _transition = new double[_classes * _classes];
        for (var i = 0; i < _rows; i++)
        {
            var row = (int)((long)i * labels.Length / _rows);
            _labels[i] = labels[row];
            _shares[labels[row]] += 1.0 / _rows;
            var values = probabilities[row];
            for (var k = 0; k < _classes; k++)
            {
                _logs[i * _classes + k] = Math.Log(Math.Max(NoiseModel.Floor, values[k]));
            }
        }
    }

    public static NoiseModel Fit(ClassProbabilities probabilities, ReadOnlySpan<int> labels, Caution usual)
    {
        var without = new NoiseModelFit(probabilities, labels, usual) { _noise = 0 };
        without.SetTransition();
        var likelihoodWithout = double.NegativeInfinity;
        for (var round = 0; round < 12; round++)
        {
            likelihoodWithout = without.Step(new double[without._transition.Length]);
        }

        var fit = new NoiseModelFit(probabilities, labels, usual);
        fit.SetTransition();
        var counts = new double[fit._transition.Length];
        var likelihood = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(counts);
            likelihood = fit.Step(counts);
            fit.Learn(counts);
        }

        var prior = fit._labels.Sum(label => Math.Log(fit._shares[label]));
        return new(fit._classes, fit._sharpness, fit._shifts, fit._transition, fit._noise)
        {
            FittedRows = fit._rows,
            ExpectedRows = [.. Enumerable.Range(0, fit._classes).Select(y => Enumerable.Range(0, fit._classes).Sum(s => counts[s * fit._classes + y]))],
            Overlap = fit.Overlap(),
            SharpnessWithout = without._sharpness,
            Evidence = likelihood - Cost(fit._sharpness, usual) - likelihoodWithout + Cost(without._sharpness, usual),
            Skill = (Math.Max(likelihood, likelihoodWithout) - prior) / fit._rows,
        };
    }

    /// <summary>The mean over the rows of the probability that the true class is not the likeliest.</summary>
    private double Overlap()
    {
        var missed = 0.0;
        for (var row = 0; row < _rows; row++)
        {
            double sum = 0, most = 0;
            for (var k = 0; k < _classes; k++)
            {
                var weight = Math.Exp(_sharpness * _logs[row * _classes + k] + _shifts[k]);
                sum += weight;
                most = Math.Max(most, weight);
            }

            missed += 1 - most / sum;
        }

        return missed / _rows;
    }

    /// <summary>What it costs to explain surprising labels by a model that is surer of itself than such models are.</summary>
    private static double Cost(double sharpness, Caution usual) => sharpness >= usual.Sharpness ? 0 : 0.5 * Math.Pow(Math.Log(sharpness / usual.Sharpness) / usual.Spread, 2);

    private void SetTransition()
    {
        for (var given = 0; given < _classes; given++)
        {
            for (var truth = 0; truth < _classes; truth++)
            {
                _transition[given * _classes + truth] = given == truth ? 1 - _noise : _noise / (_classes - 1);
            }
        }
    }

    private void Learn(double[] counts)
    {
        double all = 0, wrong = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            all += counts[i];
            if (i / _classes != i % _classes) wrong += counts[i];
        }

        _noise = (wrong + RowsTowardsThePrior * PriorNoise) / (all + RowsTowardsThePrior);
        for (var truth = 0; truth < _classes; truth++)
        {
            var sum = RowsTowardsTheRate;
            for (var given = 0; given < _classes; given++)
            {
                sum += counts[given * _classes + truth];
            }

            for (var given = 0; given < _classes; given++)
            {
                var prior = given == truth ? 1 - _noise : _noise / (_classes - 1);
                _transition[given * _classes + truth] = (counts[given * _classes + truth] + RowsTowardsTheRate * prior) / sum;
            }
        }
    }

    /// <summary>One pass over the rows: counts of class by label under the posterior, and a step of sharpness and shifts.</summary>
    /// <returns>The log-likelihood before the step.</returns>
    private double Step(double[] counts)
    {
        var full = _classes <= FullNewtonClasses;
        var size = _classes + 1;
        var gradient = new double[size];
        var curvature = full ? new double[size * size] : new double[2 * size];
        var q = new double[_classes];
        var likelihood = 0.0;
        for (var row = 0; row < _rows; row++)
        {
            var logs = _logs.AsSpan(row * _classes, _classes);
            var label = _labels[row];
            var sum = 0.0;
            for (var k = 0; k < q.Length; k++)
            {
                sum += q[k] = Math.Exp(_sharpness * logs[k] + _shifts[k]);
            }

            var transition = _transition.AsSpan(label * _classes, _classes);
            double seen = 0, mean = 0, square = 0, expected = 0;
            for (var k = 0; k < q.Length; k++)
            {
                q[k] /= sum;
                seen += q[k] * transition[k];
                mean += q[k] * logs[k];
                square += q[k] * logs[k] * logs[k];
            }

            seen = Math.Max(seen, 1e-300);
            likelihood += Math.Log(seen);
            for (var k = 0; k < q.Length; k++)
            {
                var posterior = q[k] * transition[k] / seen;
                counts[label * _classes + k] += posterior;
                expected += posterior * logs[k];
                gradient[k + 1] += posterior - q[k];
            }

            gradient[0] += expected - mean;
            if (full) AddFull(curvature, q, logs, mean, square);
            else AddDiagonal(curvature, q, mean, square);
        }

        Move(gradient, curvature, full);
        return likelihood;
    }

    private static void AddFull(double[] curvature, double[] q, ReadOnlySpan<double> logs, double mean, double square)
    {
        var size = q.Length + 1;
        curvature[0] += square - mean * mean;
        for (var k = 0; k < q.Length; k++)
        {
            var line = curvature.AsSpan((k + 1) * size, size);
            line[0] += q[k] * (logs[k] - mean);
            line[k + 1] += q[k];
            for (var j = 0; j <= k; j++)
            {
                line[j + 1] -= q[k] * q[j];
            }
        }
    }

    private static void AddDiagonal(double[] curvature, double[] q, double mean, double square)
    {
        curvature[0] += square - mean * mean;
        for (var k = 0; k < q.Length; k++)
        {
            curvature[k + 1] += q[k] * (1 - q[k]);
        }
    }

    private void Move(double[] gradient, double[] curvature, bool full)
    {
        var size = gradient.Length;
        var ridge = ShiftRidge * _rows / _classes;
        var (centre, spread) = _usual.IsKnown && _sharpness < _usual.Sharpness ? (_usual.Sharpness, _usual.Spread) : (1, 1);
        gradient[0] -= Math.Log(_sharpness / centre) / (_sharpness * spread * spread);
        curvature[0] += 1 / (_sharpness * _sharpness * spread * spread) + 1e-6;
        for (var k = 1; k < size; k++)
        {
            gradient[k] -= ridge * _shifts[k - 1];
            curvature[full ? k * size + k : k] += ridge;
        }

        double[] step;
        if (full)
        {
            step = CholeskySolver.Solve(curvature, gradient);
        }
        else
        {
            step = new double[size];
            for (var k = 0; k < size; k++)
            {
                step[k] = 0.5 * gradient[k] / curvature[k];
            }
        }

        var largest = step.Max(Math.Abs);
        var scale = largest > 1 ? 1 / largest : 1;
        _sharpness = Math.Clamp(_sharpness + scale * step[0], 0.05, 20);
        for (var k = 0; k < _classes; k++)
        {
            _shifts[k] = Math.Clamp(_shifts[k] + scale * step[k + 1], -30, 30);
        }
    }
}
