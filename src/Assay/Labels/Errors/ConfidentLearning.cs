namespace Assays.Labels.Errors;

/// <summary>
/// Confident learning (Northcutt, Jiang and Chuang, J. Artif. Intell. Res. 70, 2021) exactly as cleanlab 2.9 computes it: the yardstick that
/// <see cref="NoiseModel"/> is measured against, and the answer for those who compare with it.
/// </summary>
public sealed class ConfidentLearning
{
    private const double Slack = 1e-6;
    private readonly ClassProbabilities _probabilities;
    private readonly int[] _labels;
    private readonly int[] _best;
    private readonly bool[] _offDiagonal;

    public ConfidentLearning(ClassProbabilities probabilities, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(labels);
        (_probabilities, _labels) = (probabilities, labels);
        var classes = Classes;
        LabelCounts = new int[classes];
        Thresholds = new double[classes];
        for (var row = 0; row < labels.Length; row++)
        {
            LabelCounts[labels[row]]++;
            Thresholds[labels[row]] += probabilities[row][labels[row]];
        }

        for (var k = 0; k < classes; k++)
        {
            Thresholds[k] = LabelCounts[k] == 0 ? 2 : Math.Max(2 * Slack, Thresholds[k] / LabelCounts[k]);
        }

        Joint = new int[classes, classes];
        _offDiagonal = new bool[labels.Length];
        _best = new int[labels.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            Count(row);
        }

        for (var k = 0; k < classes; k++)
        {
            Joint[k, k] = Math.Max(1, Joint[k, k]);
        }

        Calibrated = Calibrate();
    }

    public int Classes => _probabilities.Classes.Length;
    public int[] LabelCounts { get; }

    /// <summary>The mean probability of each class over the rows that carry its label.</summary>
    public double[] Thresholds { get; }

    /// <summary>Rows by given label and by the class of which the model is confident.</summary>
    public int[,] Joint { get; }

    /// <summary>The joint scaled to the rows of each label, in whole rows.</summary>
    public int[,] Calibrated { get; }

    /// <summary>The rows that a filter calls wrong.</summary>
    public bool[] Flag(ConfidentFilter filter) => filter switch
    {
        ConfidentFilter.PruneByNoiseRate => Disagreeing(PruneByNoiseRate()),
        ConfidentFilter.PruneByClass => Disagreeing(PruneByClass()),
        ConfidentFilter.Both => [.. Flag(ConfidentFilter.PruneByNoiseRate).Zip(Flag(ConfidentFilter.PruneByClass), static (a, b) => a && b)],
        ConfidentFilter.ConfidentLearning => Disagreeing([.. _offDiagonal]),
        ConfidentFilter.PredictedOtherThanGiven => Disagreeing([.. _labels.Select(static _ => true)]),
        ConfidentFilter.LowSelfConfidence => Lowest(LabelScore.SelfConfidence),
        ConfidentFilter.LowNormalizedMargin => Lowest(LabelScore.NormalizedMargin),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private void Count(int row)
    {
        var values = _probabilities[row];
        int best = 0, confident = 0, only = -1, lenient = 0;
        for (var k = 0; k < values.Length; k++)
        {
            if (values[k] > values[best]) best = k;
            if (values[k] + (k == _labels[row] ? Slack : 0) > values[lenient] + (lenient == _labels[row] ? Slack : 0)) lenient = k;
            if (values[k] < Thresholds[k] - Slack) continue;
            confident++;
            only = k;
        }

        _best[row] = lenient;
        if (confident == 0) return;
        var said = confident == 1 ? only : best;
        Joint[_labels[row], said]++;
        _offDiagonal[row] = said != _labels[row];
    }

    private int[,] Calibrate()
    {
        var classes = Classes;
        var scaled = new double[classes, classes];
        var total = 0.0;
        for (var s = 0; s < classes; s++)
        {
            var sum = 0.0;
            for (var y = 0; y < classes; y++)
            {
                sum += Joint[s, y];
            }

            for (var y = 0; y < classes; y++)
            {
                total += scaled[s, y] = Joint[s, y] / sum * LabelCounts[s];
            }
        }

        var whole = new int[classes, classes];
        var row = new double[classes];
        for (var s = 0; s < classes; s++)
        {
            for (var y = 0; y < classes; y++)
            {
                row[y] = scaled[s, y] / total * _labels.Length;
            }

            var rounded = Round(row);
            for (var y = 0; y < classes; y++)
            {
                whole[s, y] = rounded[y];
            }
        }

        return whole;
    }

    /// <summary>Rounds so that the sum stays: what is left over goes where rounding took most.</summary>
    private static int[] Round(double[] values)
    {
        var whole = Array.ConvertAll(values, static v => (int)Math.Round(v));
        var sum = (int)Math.Round(values.Sum());
        while (whole.Sum() != sum)
        {
            var step = Math.Sign(sum - whole.Sum());
            var order = Enumerable.Range(0, values.Length).OrderBy(i => -step * (values[i] - whole[i])).Take(Math.Abs(sum - whole.Sum())).ToArray();
            foreach (var i in order)
            {
                whole[i] += step;
            }
        }

        return whole;
    }

    private bool[] PruneByNoiseRate()
    {
        var flags = new bool[_labels.Length];
        foreach (var (given, rows) in RowsByLabel())
        {
            for (var other = 0; other < Classes; other++)
            {
                var count = Calibrated[given, other];
                if (other == given || count <= 0) continue;
                var margins = Array.ConvertAll(rows, row => _probabilities[row][other] - _probabilities[row][given]);
                var limit = margins.OrderDescending().ElementAt(Math.Min(count, rows.Length) - 1);
                for (var i = 0; i < rows.Length; i++)
                {
                    if (margins[i] >= limit) flags[rows[i]] = true;
                }
            }
        }

        return flags;
    }

    private bool[] PruneByClass()
    {
        var flags = new bool[_labels.Length];
        foreach (var (given, rows) in RowsByLabel())
        {
            var count = LabelCounts[given] - Calibrated[given, given];
            if (count <= 0) continue;
            var limit = rows.Select(row => _probabilities[row][given]).Order().ElementAt(count - 1);
            foreach (var row in rows)
            {
                if (_probabilities[row][given] <= limit) flags[row] = true;
            }
        }

        return flags;
    }

    private bool[] Lowest(LabelScore score)
    {
        var count = Disagreeing([.. _offDiagonal]).Count(static f => f);
        var scores = LabelScores.Of(_probabilities, _labels, score);
        var flags = new bool[_labels.Length];
        foreach (var row in Enumerable.Range(0, flags.Length).OrderBy(row => scores[row]).Take(count))
        {
            flags[row] = true;
        }

        return flags;
    }

    private IEnumerable<(int Label, int[] Rows)> RowsByLabel() =>
        Enumerable.Range(0, _labels.Length).GroupBy(row => _labels[row]).Select(static g => (g.Key, g.ToArray())).Where(static g => g.Item2.Length > 1);

    private bool[] Disagreeing(bool[] flags)
    {
        for (var row = 0; row < flags.Length; row++)
        {
            flags[row] &= _best[row] != _labels[row];
        }

        return flags;
    }
}

/// <summary>Cleanlab's ways to choose the rows.</summary>
public enum ConfidentFilter
{
    PruneByNoiseRate, PruneByClass, Both, ConfidentLearning, PredictedOtherThanGiven, LowSelfConfidence, LowNormalizedMargin,
}
