using System.Numerics;

namespace Assays.Labels.Errors;

/// <summary>
/// How labels came about, as a model that tells wrong labels from classes that overlap. A row's true class y has the probabilities
/// q(y) ∝ p(y)^a · e^b(y), the model's own ones, sharpened and shifted; its label s is then y with probability T(y, s). Where classes overlap,
/// labels differ from the likeliest class less and less the surer the model is; where labels are wrong, they differ at the same rate however sure
/// it is. That difference in shape is what the likelihood of the labels sees, so a and b on one hand and T on the other are found together
/// (<see cref="NoiseModelFit"/>), and tables whose classes merely overlap come out with T near the identity.
/// </summary>
public sealed class NoiseModel
{
    /// <summary>Below this a probability is taken for this: models that count votes say 0 and do not mean never.</summary>
    internal const double Floor = 1e-4;

    /// <summary>
    /// People err more where classes are alike, which the labels alone cannot show: errors towards a rival are taken to be more likely by the
    /// overall rate times this times the rival's probability.
    /// </summary>
    private const double NearTheBorder = 0.5;

    /// <summary>The exponent that would be needed if no label were wrong.</summary>
    internal double SharpnessWithout { get; init; }

    private readonly double[] _transition;

    internal NoiseModel(int classes, double sharpness, double[] shifts, double[] transition, double noise)
    {
        (Classes, Sharpness, Shifts, _transition, Noise) = (classes, sharpness, shifts, transition, noise);
    }

    public int Classes { get; }

    /// <summary>The exponent a; below 1 the model was too sure of itself.</summary>
    public double Sharpness { get; }

    /// <summary>The shift b of each class.</summary>
    public double[] Shifts { get; }

    /// <summary>The share of rows, 0 to 1, whose label left its class.</summary>
    public double Noise { get; }

    /// <summary>Rows that the fit looked at.</summary>
    public int FittedRows { get; internal init; }

    /// <summary>Rows of each class among the fitted, as expected under the model.</summary>
    public double[] ExpectedRows { get; internal init; } = [];

    /// <summary>The share of rows, 0 to 1, whose true class is expected to be another than the likeliest: how far the classes overlap.</summary>
    public double Overlap { get; internal init; }

    /// <summary>By how much the labels' log-likelihood is higher than without any wrong label.</summary>
    public double Evidence { get; internal init; }

    /// <summary>By how much the labels' log-likelihood, in nats a row, is higher than that of the classes' shares alone.</summary>
    public double Skill { get; internal init; }

    /// <summary>The probability that a row of class <paramref name="truth"/> carries the label <paramref name="given"/>.</summary>
    public double this[int truth, int given] => _transition[given * Classes + truth];

    /// <summary>Finds the model under which these labels are the likeliest.</summary>
    /// <param name="probabilities">One row a label.</param>
    /// <param name="labels">The given labels.</param>
    /// <param name="usual">How sharp the probabilities of such models have to be made for right labels.</param>
    internal static NoiseModel Fit(ClassProbabilities probabilities, ReadOnlySpan<int> labels, Caution usual) => NoiseModelFit.Fit(probabilities, labels, usual);

    /// <inheritdoc cref="Fit(ClassProbabilities, ReadOnlySpan{int}, Caution)"/>
    public static NoiseModel Fit(ClassProbabilities probabilities, ReadOnlySpan<int> labels) => NoiseModelFit.Fit(probabilities, labels, Caution.Unknown);

    /// <summary>For each row the log-odds that its label is wrong.</summary>
    /// <param name="probabilities">One row a label.</param>
    /// <param name="labels">The given labels.</param>
    /// <param name="more">A share of labels, 0 to 1, that is taken to be exchanged at random on top of what was found.</param>
    public double[] LogOdds(ClassProbabilities probabilities, ReadOnlySpan<int> labels, double more = 0)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var transitions = _transition.Select((t, i) => (1 - more) * t + (i / Classes == i % Classes ? 0 : more / (Classes - 1))).ToArray();
        const int cellsPerBlock = 4096;
        var rowsPerBlock = Math.Max(1, cellsPerBlock / Classes);
        var odds = new double[labels.Length];
        var weights = new double[rowsPerBlock * Classes];
        var shifts = new double[rowsPerBlock * Classes];
        for (var i = 0; i < shifts.Length; i++)
        {
            shifts[i] = Shifts[i % Classes];
        }

        for (var first = 0; first < odds.Length; first += rowsPerBlock)
        {
            var rows = Math.Min(rowsPerBlock, odds.Length - first);
            Weigh(probabilities.Values.Slice(first * Classes, rows * Classes), shifts, weights);
            for (var row = 0; row < rows; row++)
            {
                odds[first + row] = LogOdds(weights.AsSpan(row * Classes, Classes), transitions.AsSpan(labels[first + row] * Classes, Classes), labels[first + row]);
            }
        }

        return odds;
    }

    /// <summary>The class that most likely belongs to a row, if its label does not.</summary>
    public int Better(ReadOnlySpan<double> probabilities, int label)
    {
        var (best, most) = (label == 0 ? 1 : 0, double.NegativeInfinity);
        for (var k = 0; k < Classes; k++)
        {
            var weight = Sharpness * Math.Log(Math.Max(Floor, probabilities[k])) + Shifts[k] + Math.Log(this[k, label] + NearTheBorder * Noise + 1e-12);
            if (k != label && weight > most) (best, most) = (k, weight);
        }

        return best;
    }

    /// <summary>The probabilities of the true class before the label is looked at: sharpened and shifted.</summary>
    public double[] Sharpen(ReadOnlySpan<double> probabilities)
    {
        var weights = new double[Classes];
        Weigh(probabilities, Shifts, weights);
        var sum = weights.Sum();
        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] /= sum;
        }

        return weights;
    }

    private double LogOdds(ReadOnlySpan<double> weights, ReadOnlySpan<double> transition, int label)
    {
        double sum = 0, all = 0;
        for (var k = 0; k < weights.Length; k++)
        {
            sum += weights[k];
            all += weights[k] * transition[k];
        }

        var own = weights[label] / sum;
        var border = NearTheBorder * Noise;
        var others = 0.0;
        for (var k = 0; k < weights.Length; k++)
        {
            if (k != label) others += weights[k];
        }

        others /= sum;
        var wrong = Math.Max(0, all - weights[label] * transition[label]) / sum + border * own * others;
        var right = own * Math.Max(0.05, transition[label] - border * others);
        return Math.Log(Math.Max(wrong, 1e-300)) - Math.Log(Math.Max(right, 1e-300));
    }

    /// <summary>p^a e^b, many at a time; nothing can overflow, as p is at most 1 and at least <see cref="Floor"/>.</summary>
    private void Weigh(ReadOnlySpan<double> values, ReadOnlySpan<double> shifts, Span<double> weights)
    {
        var i = 0;
        var (floor, sharpness) = (new Vector<double>(Floor), new Vector<double>(Sharpness));
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var logs = Vector.Log(Vector.Max(floor, new Vector<double>(values[i..])));
            Vector.Exp(logs * sharpness + new Vector<double>(shifts[i..])).CopyTo(weights[i..]);
        }

        for (; i < values.Length; i++)
        {
            weights[i] = Math.Exp(Sharpness * Math.Log(Math.Max(Floor, values[i])) + shifts[i]);
        }
    }
}
