namespace Assays.Learning.Cells;

/// <summary>
/// How far a model of trees can follow: it predicts no number beyond those that it learnt from, so that the largest lake of a table looks too
/// large to it.
/// </summary>
/// <param name="Lowest">The least prediction.</param>
/// <param name="Low">Where the lowest predictions end.</param>
/// <param name="High">Where the highest predictions begin.</param>
/// <param name="Highest">The largest prediction.</param>
internal readonly record struct Reach(double Lowest, double Low, double High, double Highest)
{
    /// <summary>The share of the predictions, at either end, that are the outermost.</summary>
    private const double Outermost = 0.02;

    public static Reach Of(double[] predictions)
    {
        var sorted = predictions.Order().ToArray();
        var few = (int)(Outermost * sorted.Length);
        return new(sorted[0], sorted[few], sorted[^(few + 1)], sorted[^1]);
    }

    /// <summary>Whether the model could have predicted a number: not where it says the most that it can say, and the number is beyond.</summary>
    public bool Covers(double predicted, double number) => !(predicted >= High && number > Highest) && !(predicted <= Low && number < Lowest);
}
