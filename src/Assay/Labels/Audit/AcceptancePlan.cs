using Assays.Statistics;

namespace Assays.Labels.Audit;

/// <summary>
/// A single-sample plan: look at <paramref name="Draws"/> rows and accept when at most <paramref name="AllowedErrors"/> labels are wrong.
/// </summary>
/// <param name="Draws">Rows to look at.</param>
/// <param name="AllowedErrors">Wrong labels that are still accepted.</param>
/// <param name="AcceptedWhenGood">The probability, 0 to 1, that labels as accurate as the accepted level pass.</param>
/// <param name="AcceptedWhenBad">The probability, 0 to 1, that labels as bad as the rejected level pass.</param>
public sealed record AcceptancePlan(long Draws, long AllowedErrors, double AcceptedWhenGood, double AcceptedWhenBad)
{
    /// <summary>The smallest plan that passes good labels with 1 - <paramref name="producerRisk"/> and bad ones with at most <paramref name="consumerRisk"/>.</summary>
    /// <param name="rows">Rows of the whole table; none for a stream without end.</param>
    /// <param name="accept">The accuracy that should pass, such as 0.95.</param>
    /// <param name="reject">The accuracy that should not; lower.</param>
    /// <param name="producerRisk">How often good labels may fail.</param>
    /// <param name="consumerRisk">How often bad labels may pass.</param>
    public static AcceptancePlan Between(long? rows, double accept, double reject, double producerRisk = 0.05, double consumerRisk = 0.10)
    {
        var most = rows ?? 1_000_000;
        var allowed = 0L;
        for (var draws = 1L; draws <= most; draws++)
        {
            // With more draws more errors must be allowed, never fewer.
            while (Passes(rows, accept, draws, allowed) < 1 - producerRisk)
            {
                allowed++;
            }

            var bad = Passes(rows, reject, draws, allowed);
            if (bad <= consumerRisk) return new(draws, allowed, Passes(rows, accept, draws, allowed), bad);
        }

        return new(most, (long)Math.Floor(most * (1 - accept)), 1, 0);
    }

    /// <summary>Rows to look at so that none wrong among them shows an accuracy of at least <paramref name="accuracy"/>.</summary>
    public static long WithoutError(long? rows, double accuracy, double confidence = 0.95)
    {
        if (rows is null) return (long)Math.Ceiling(Math.Log(1 - confidence) / Math.Log(accuracy) - 1e-9);
        var least = RightRows(rows.Value, accuracy);
        for (var draws = 1L; draws < rows; draws++)
        {
            if (new Hypergeometric(rows.Value, least, draws).AtLeast(draws) <= 1 - confidence) return draws;
        }

        return rows.Value;
    }

    /// <summary>Rows to look at so that the interval is no wider than ± <paramref name="halfWidth"/> around an accuracy near <paramref name="accuracy"/>.</summary>
    public static long ForWidth(long? rows, double accuracy, double halfWidth, double confidence = 0.95)
    {
        var z = NormalDistribution.Quantile((1 + confidence) / 2);
        var endless = z * z * accuracy * (1 - accuracy) / (halfWidth * halfWidth);
        return (long)Math.Ceiling(rows is null ? endless : endless / (1 + (endless - 1) / rows.Value));
    }

    /// <summary>The fewest right rows with at least this accuracy; a rounding error of the product does not count as a row.</summary>
    internal static long RightRows(long rows, double accuracy) => (long)Math.Ceiling(rows * accuracy - 1e-9);

    private static double Passes(long? rows, double accuracy, long draws, long allowed) => rows is null
        ? new Binomial(draws, 1 - accuracy).AtMost(allowed)
        : new Hypergeometric(rows.Value, rows.Value - RightRows(rows.Value, accuracy), draws).AtMost(allowed);
}
