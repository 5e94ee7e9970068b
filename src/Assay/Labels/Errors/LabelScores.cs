namespace Assays.Labels.Errors;

/// <summary>Simple scores of how well a label fits its row: low is suspicious.</summary>
public enum LabelScore { SelfConfidence, NormalizedMargin }

/// <summary>Computes the simple scores.</summary>
public static class LabelScores
{
    public static double[] Of(ClassProbabilities probabilities, int[] labels, LabelScore score)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(labels);
        var scores = new double[labels.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            var values = probabilities[row];
            var own = values[labels[row]];
            if (score == LabelScore.SelfConfidence)
            {
                scores[row] = own;
                continue;
            }

            var rival = 0.0;
            for (var k = 0; k < values.Length; k++)
            {
                if (k != labels[row]) rival = Math.Max(rival, values[k]);
            }

            scores[row] = (own - rival + 1) / 2;
        }

        return scores;
    }
}
