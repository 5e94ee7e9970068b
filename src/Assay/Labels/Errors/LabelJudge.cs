using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Statistics;

namespace Assays.Labels.Errors;

/// <summary>Judges labels by the probabilities that a model, which never saw them, gives.</summary>
public static class LabelJudge
{
    /// <summary>A label is called wrong from this probability on at least, however well less would do for the sum of hits and misses.</summary>
    private const double LeastProbability = 0.1;

    /// <summary>Errors that follow no class but the place of a row are not in the model, so a little less probability is enough.</summary>
    private const double Unmodelled = 0.9;

    /// <summary>Evidence from which on errors are taken for real: chance alone gives as much in one table of fifty.</summary>
    private const double EnoughEvidence = 2.8;

    /// <summary>Where errors are believed in less than this, models that were trained here call no label wrong.</summary>
    private const double LeastBelief = 0.2;

    /// <summary>With less, a label is called wrong only if it would be so twice as likely as not: where errors are doubtful, hits count before misses.</summary>
    private const double Doubtful = 2.0 / 3;

    /// <summary>And one row in so many is called wrong at most.</summary>
    private const int RowsPerDoubtfulCall = 200;

    /// <summary>Where no errors are believed in, rows are still ranked, as if this share of labels were exchanged at random.</summary>
    private const double LeastNoise = 0.05;

    /// <summary>Below this many nats a row a model knows no more than the shares of the classes.</summary>
    private const double LeastSkill = 0.01;

    /// <summary>Classes beyond this are names or numbers, not classes.</summary>
    public const int MostClasses = 1_000;

    /// <param name="probabilities">One row a label.</param>
    /// <param name="labels">The given labels, as indices into the classes.</param>
    /// <param name="isOwn">Whether the probabilities are those of <c>LabelEnsemble</c>: out of fold for certain, and cautious.</param>
    /// <exception cref="InputException">The labels and probabilities cannot be judged together.</exception>
    public static LabelJudgement Judge(ClassProbabilities probabilities, int[] labels, bool isOwn = false)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(labels);
        Require(probabilities, labels);
        var model = NoiseModel.Fit(probabilities, labels, isOwn ? Caution.Own : Caution.Unknown);
        var warnings = ImmutableArray.CreateBuilder<string>();
        var useful = IsUseful(model, probabilities.Classes.Length);
        if (!useful)
        {
            warnings.Add("The model knows no more about the labels than how frequent they are, so nothing is called wrong: give it columns that say something about the label.");
            return new(probabilities, labels, model, new double[labels.Length], new bool[labels.Length], double.NaN, new(0, 1), warnings.ToImmutable()) { IsUseful = false };
        }

        if (!isOwn && InSample(probabilities, labels) is { } warning) warnings.Add(warning);
        var belief = Belief(model);
        var wrong = model.LogOdds(probabilities, labels, LeastNoise * (1 - belief));
        var sum = 0.0;
        for (var row = 0; row < wrong.Length; row++)
        {
            wrong[row] = belief / (1 + Math.Exp(-wrong[row]));
            sum += wrong[row];
        }

        var share = sum / wrong.Length;
        var flagged = isOwn && belief < LeastBelief ? new bool[wrong.Length] : Flag(model, wrong, belief);
        if (model.Evidence < EnoughEvidence && flagged.Contains(true)) warnings.Add("The labels are about as likely without any wrong one: those called wrong are the first to look at, and may all be right.");
        return new(probabilities, labels, model, wrong, flagged, share, ShareInterval(share, model.Overlap, labels.Length), warnings.ToImmutable());
    }

    private static void Require(ClassProbabilities probabilities, int[] labels)
    {
        if (labels.Length == 0) throw new InputException("There are no labels to judge.");
        if (labels.Length != probabilities.Rows)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"There are {labels.Length} labels and {probabilities.Rows} rows of probabilities: give one row for each label, in the same order."));
        }

        if (probabilities.Classes.Length > MostClasses)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The label has {probabilities.Classes.Length} classes; more than {MostClasses} are names or numbers and cannot be judged as classes."));
        }
    }

    private static bool IsUseful(NoiseModel model, int classes) =>
        model.Skill >= LeastSkill && 2 * model.Skill * model.FittedRows >= 4.0 * (classes + 1);

    /// <summary>
    /// How far errors are believed in at all: 1 where the labels are clearly likelier with them than without, 0 where they are not, a half in the
    /// middle. A small table whose classes merely overlap would otherwise come out with errors.
    /// </summary>
    private static double Belief(NoiseModel model) => 1 / (1 + Math.Exp(3 * (EnoughEvidence - model.Evidence)));

    private static bool[] Flag(NoiseModel model, double[] wrong, double belief)
    {
        var certain = model.Evidence >= EnoughEvidence;
        var limit = belief * (certain ? Math.Max(LeastProbability, Unmodelled * FlagThreshold.Best(Array.ConvertAll(wrong, w => w / belief))) : Doubtful);
        var flagged = Array.ConvertAll(wrong, w => w >= limit);
        var most = wrong.Length / RowsPerDoubtfulCall;
        if (certain || flagged.Count(static f => f) <= most) return flagged;
        foreach (var row in Enumerable.Range(0, wrong.Length).Where(row => flagged[row]).OrderByDescending(row => wrong[row]).Skip(most).ToArray())
        {
            flagged[row] = false;
        }

        return flagged;
    }

    /// <summary>
    /// Probabilities of rows that the model was trained on agree with their labels more than they themselves expect to: a forest that is 80 %
    /// sure of each of its rows and never wrong has seen them.
    /// </summary>
    private static string? InSample(ClassProbabilities probabilities, int[] labels)
    {
        double expected = 0;
        var seen = 0;
        for (var row = 0; row < labels.Length; row++)
        {
            var values = probabilities[row];
            var best = 0;
            for (var k = 1; k < values.Length; k++)
            {
                if (values[k] > values[best]) best = k;
            }

            expected += 1 - values[best];
            if (best != labels[row]) seen++;
        }

        var suspicious = expected >= 10 && seen <= 0.1 * expected && seen <= 0.01 * labels.Length;
        return !suspicious ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"The model differs from {seen} of {labels.Length} labels although its own probabilities expect about {expected:0}: it has probably been trained on these rows. Use probabilities from cross-validation.");
    }

    /// <summary>
    /// Sampling error and, larger, what the model's assumptions cost: some of the overlap of the classes may be held for errors, or the other way round. On
    /// tables with known errors three tenths of it were, as a standard deviation, and one row in a hundred besides.
    /// </summary>
    private static Interval ShareInterval(double share, double overlap, int rows)
    {
        var error = Math.Sqrt(share * (1 - share) / rows + Square(0.01 + 0.3 * overlap));
        var half = NormalDistribution.Quantile(0.975) * error;
        return new(Math.Max(0, share - half), Math.Min(1, share + half));

        static double Square(double value) => value * value;
    }
}
