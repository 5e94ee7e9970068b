namespace Assays.Labels.Errors;

/// <summary>
/// Judges numeric labels by out-of-fold predictions: the misses of right labels follow Student's distribution with heavy tails, whose width grows
/// with what the model cannot know; those of wrong labels lie anywhere within the range of the labels. The mixture of both says how likely a miss
/// is an error.
/// </summary>
public static class NumberJudge
{
    private const double DegreesOfFreedom = 5;
    private const int Rounds = 100;

    /// <param name="labels">The given numbers.</param>
    /// <param name="predictions">Out-of-fold predictions of them.</param>
    /// <param name="scales">The expected size of a right label's miss, row by row, up to a common factor; positive.</param>
    public static NumberJudgement Judge(double[] labels, double[] predictions, double[] scales)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(scales);
        var misses = new double[labels.Length];
        for (var i = 0; i < misses.Length; i++)
        {
            misses[i] = labels[i] - predictions[i];
        }

        var mean = labels.Average();
        var skill = 1 - misses.Sum(static m => m * m) / Math.Max(1e-300, labels.Sum(l => (l - mean) * (l - mean)));
        var robustSkill = 1 - Median(Array.ConvertAll(misses, Math.Abs)) / Math.Max(1e-300, Median(Array.ConvertAll(labels, l => Math.Abs(l - Median(labels)))));
        var range = Math.Max(1e-300, labels.Max() - labels.Min());
        var (width, share) = (Median([.. misses.Select((m, i) => Math.Abs(m) / scales[i])]) * 1.48, 0.02);
        width = Math.Max(width, 1e-12 * range);
        var wrong = new double[labels.Length];
        for (var round = 0; round < Rounds; round++)
        {
            double errors = 0, weightOfSquares = 0, kept = 0;
            for (var i = 0; i < wrong.Length; i++)
            {
                var size = width * scales[i];
                var z = misses[i] / size;
                var right = (1 - share) * Density(z) / size;
                wrong[i] = share / range / (share / range + right);
                errors += wrong[i];
                kept += 1 - wrong[i];
                weightOfSquares += (1 - wrong[i]) * (DegreesOfFreedom + 1) / (DegreesOfFreedom + z * z) * (misses[i] / scales[i]) * (misses[i] / scales[i]);
            }

            share = Math.Clamp((errors + 0.2) / (wrong.Length + 20), 1e-6, 0.5);
            width = Math.Max(Math.Sqrt(weightOfSquares / Math.Max(1e-9, kept)), 1e-12 * range);
        }

        var isUseful = Math.Max(skill, robustSkill) > 0.05;
        return new(isUseful ? wrong : new double[wrong.Length], isUseful ? wrong.Average() : double.NaN, width, Math.Max(skill, robustSkill)) { IsUseful = isUseful };
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }

    /// <summary>Student's density with five degrees of freedom.</summary>
    private static double Density(double z) => 8 / (3 * Math.PI * Math.Sqrt(5)) * Math.Pow(1 + z * z / 5, -3);
}

/// <param name="Wrong">For each row the probability, 0 to 1, that its number is wrong.</param>
/// <param name="ErrorShare">The estimated share of wrong numbers.</param>
/// <param name="Width">The size of a right label's miss, in units of the scales.</param>
/// <param name="Skill">How much of the labels the model explains, 0 to 1.</param>
public sealed record NumberJudgement(double[] Wrong, double ErrorShare, double Width, double Skill)
{
    public bool IsUseful { get; init; }
}
