namespace Assays.Labels.Agreement;

/// <summary>
/// Consensus of annotators and a model together, each weighed by how much better than the commonest class it is (Goh, Tkachenko and Mueller,
/// CROWDLAB, 2022), as cleanlab 2.9 computes it.
/// </summary>
public sealed class Crowdlab
{
    private const double Least = 1e-6;

    private Crowdlab(int[] consensus, double[] quality, double[] agreement, double[] annotatorQuality, double[] annotatorWeights, double modelWeight, double[,] posterior) =>
        (Consensus, ConsensusQuality, Agreement, AnnotatorQuality, AnnotatorWeights, ModelWeight, Posterior) =
        (consensus, quality, agreement, annotatorQuality, annotatorWeights, modelWeight, posterior);

    /// <summary>For each item the class that is most likely right.</summary>
    public int[] Consensus { get; }

    /// <summary>For each item the probability of the consensus.</summary>
    public double[] ConsensusQuality { get; }

    /// <summary>For each item the share of its answers that are the consensus.</summary>
    public double[] Agreement { get; }

    /// <summary>For each annotator how good the answers are, 0 to 1.</summary>
    public double[] AnnotatorQuality { get; }
    public double[] AnnotatorWeights { get; }
    public double ModelWeight { get; }
    public double[,] Posterior { get; }

    /// <param name="answers">The answers.</param>
    /// <param name="predictions">For each item the model's probabilities, out of sample, in the order of the answers' classes.</param>
    public static Crowdlab Fit(Answers answers, double[,] predictions)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(predictions);
        var majority = Majority(answers, predictions);
        var (items, classes) = (answers.Items.Length, answers.Classes.Length);
        var several = Enumerable.Range(0, items).Where(item => answers.Of(item).Length > 1).ToArray();
        var likelihood = several.Length == 0 ? 0.9 : several.Average(item => Share(answers, item, majority[item]));
        var off = (1 - likelihood) / Math.Max(1, classes - 1);
        var shown = several.Length == 0 ? Enumerable.Range(0, items).ToArray() : several;
        var commonestClass = shown.CountBy(item => majority[item]).MaxBy(static c => c.Value).Key;
        var baseError = Math.Max(Least, shown.Average(item => majority[item] == commonestClass ? 0.0 : 1));
        var weights = new double[answers.Annotators.Length];
        for (var annotator = 0; annotator < weights.Length; annotator++)
        {
            weights[annotator] = Math.Max(Least, 1 - (1 - PairAgreement(answers, annotator)) / baseError);
        }

        var modelError = 1 - shown.Average(item => Best(predictions, item) == majority[item] ? 1.0 : 0);
        var modelWeight = Math.Max(Least, 1 - modelError / baseError) * Math.Sqrt(shown.Average(item => (double)answers.Of(item).Length));
        var posterior = Mix(answers, predictions, weights, modelWeight, likelihood, off);
        int[] consensus = [.. Enumerable.Range(0, items).Select(item => Best(posterior, item))];
        double[] quality = [.. consensus.Select((k, item) => posterior[item, k])];
        double[] agreement = [.. consensus.Select((k, item) => Share(answers, item, k))];
        return new(consensus, quality, agreement, Quality(answers, posterior, consensus, weights, modelWeight), weights, modelWeight, posterior);
    }

    private static double[,] Mix(Answers answers, double[,] predictions, double[] weights, double modelWeight, double likelihood, double off)
    {
        var posterior = new double[answers.Items.Length, answers.Classes.Length];
        for (var item = 0; item < answers.Items.Length; item++)
        {
            var total = modelWeight;
            for (var k = 0; k < answers.Classes.Length; k++)
            {
                posterior[item, k] = modelWeight * predictions[item, k];
            }

            foreach (var answer in answers.Of(item))
            {
                total += weights[answer.Annotator];
                for (var k = 0; k < answers.Classes.Length; k++)
                {
                    posterior[item, k] += weights[answer.Annotator] * (answer.Class == k ? likelihood : off);
                }
            }

            for (var k = 0; k < answers.Classes.Length; k++)
            {
                posterior[item, k] /= total;
            }
        }

        return posterior;
    }

    /// <summary>The most frequent answer; among equals what the model thinks likelier, then the rarer class.</summary>
    private static int[] Majority(Answers answers, double[,] predictions)
    {
        var classes = answers.Classes.Length;
        var all = new double[classes];
        foreach (var answer in answers.All)
        {
            all[answer.Class]++;
        }

        var majority = new int[answers.Items.Length];
        var votes = new int[classes];
        for (var item = 0; item < majority.Length; item++)
        {
            Array.Clear(votes);
            foreach (var answer in answers.Of(item))
            {
                votes[answer.Class]++;
            }

            var at = item;
            majority[item] = Enumerable.Range(0, classes).MaxBy(k => (votes[k], predictions[at, k], -all[k]));
        }

        return majority;
    }

    /// <summary>How often an annotator agrees with the others who saw the same items, the items of many others counting more.</summary>
    private static double PairAgreement(Answers answers, int annotator)
    {
        double agreed = 0, pairs = 0;
        for (var item = 0; item < answers.Items.Length; item++)
        {
            var all = answers.Of(item);
            if (all.Length < 2) continue;
            foreach (var own in all)
            {
                if (own.Annotator != annotator) continue;
                foreach (var other in all)
                {
                    if (other.Annotator == annotator) continue;
                    pairs++;
                    agreed += other.Class == own.Class ? 1 : 0;
                }
            }
        }

        return pairs == 0 ? 0 : agreed / pairs;
    }

    private static double[] Quality(Answers answers, double[,] posterior, int[] consensus, double[] weights, double modelWeight)
    {
        var (sum, seen, agreed, several, others) = (new double[weights.Length], new int[weights.Length], new double[weights.Length], new int[weights.Length], new double[weights.Length]);
        for (var item = 0; item < consensus.Length; item++)
        {
            var all = answers.Of(item);
            foreach (var answer in all)
            {
                sum[answer.Annotator] += posterior[item, answer.Class];
                seen[answer.Annotator]++;
                if (all.Length < 2) continue;
                several[answer.Annotator]++;
                agreed[answer.Annotator] += answer.Class == consensus[item] ? 1 : 0;
                others[answer.Annotator] += all.Length - 1;
            }
        }

        var average = weights.Average();
        return [.. weights.Select((_, a) =>
        {
            var mean = seen[a] == 0 ? 0 : sum[a] / seen[a];
            if (several[a] == 0) return mean;
            var usual = answers.All.Length / (double)answers.Items.Length;
            var share = modelWeight / (modelWeight + average * usual);
            return share * mean + (1 - share) * agreed[a] / several[a];
        })];
    }

    private static double Share(Answers answers, int item, int k)
    {
        var all = answers.Of(item);
        var same = 0;
        foreach (var answer in all)
        {
            same += answer.Class == k ? 1 : 0;
        }

        return all.Length == 0 ? 0 : (double)same / all.Length;
    }

    private static int Best(double[,] values, int item) => Enumerable.Range(0, values.GetLength(1)).MaxBy(k => values[item, k]);
}
