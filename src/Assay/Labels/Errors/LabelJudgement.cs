using System.Collections.Immutable;
using Assays.Statistics;

namespace Assays.Labels.Errors;

/// <summary>What is thought of each label, of each class's labels and of all of them.</summary>
/// <param name="Predictions">What the model thought of each row.</param>
/// <param name="Labels">The given labels, as indices into the classes.</param>
/// <param name="Model">How labels came about.</param>
/// <param name="Wrong">For each row the probability, 0 to 1, that its label is wrong.</param>
/// <param name="Flagged">The rows whose labels are called wrong.</param>
/// <param name="ErrorShare">The estimated share, 0 to 1, of wrong labels; not a number when the model is of no use.</param>
/// <param name="ErrorInterval">Where that share lies with 95 % confidence.</param>
/// <param name="Warnings">Why not to trust all this, in sentences.</param>
public sealed record LabelJudgement(
    ClassProbabilities Predictions,
    int[] Labels,
    NoiseModel Model,
    double[] Wrong,
    bool[] Flagged,
    double ErrorShare,
    Interval ErrorInterval,
    ImmutableArray<string> Warnings)
{
    public bool IsUseful { get; init; } = true;

    public ImmutableArray<string> Classes => Predictions.Classes;

    public int FlaggedRows => Flagged.Count(static f => f);

    /// <summary>The estimated share of right labels.</summary>
    public double Accuracy => 1 - ErrorShare;

    public Interval AccuracyInterval => new(1 - ErrorInterval.High, 1 - ErrorInterval.Low);

    /// <summary>The class that most likely belongs to a row, if its label does not.</summary>
    public int Better(int row) => Model.Better(Predictions[row], Labels[row]);

    /// <summary>How many rows of a class carry a label, as a share of the class, with 95 % limits (Jeffreys' on the expected rows).</summary>
    public (double Share, Interval Interval) Transition(int truth, int given)
    {
        var share = Model[truth, given];
        var rows = Math.Max(1, Model.ExpectedRows[truth]);
        var posterior = new BetaDistribution(share * rows + 0.5, (1 - share) * rows + 0.5);
        return (share, new(posterior.Quantile(0.025), posterior.Quantile(0.975)));
    }
}
