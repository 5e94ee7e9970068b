using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;

namespace Assays.Contracts.Inference;

/// <summary>The values as a closed list where they come again and again, and the shares of the usual ones.</summary>
internal static class CategoryLimits
{
    private const int MostCategories = 200;
    private const int MostShares = 5;
    private const int RowsForShares = 200;

    /// <summary>Values that occur less often are no part of the list.</summary>
    private const int LeastCount = 5;

    /// <summary>Values on the list occur this often, on average.</summary>
    private const int UsualCount = 20;

    private const double MostRare = 0.3;
    private const double LeastShare = 0.05;

    /// <summary>The expected number of unseen values from which on a few are allowed.</summary>
    private const double AllowedUnseen = 0.005;

    /// <summary>Standard errors that a share may be off.</summary>
    private const double Errors = 4;

    /// <returns>No rules where the values are no categories.</returns>
    public static ImmutableArray<QualityRule> Suggest(SampledColumn values)
    {
        var (usual, counts, rare, seldom) = (new List<int>(), new List<long>(), 0L, 0L);
        for (var i = 0; i < values.Values.Length; i++)
        {
            if (values.Counts[i] < LeastCount) rare += values.Counts[i];
            if (values.Counts[i] <= LeastCount) seldom += values.Counts[i];
            if (values.Counts[i] < LeastCount) continue;
            if (usual.Count == MostCategories) return [];
            usual.Add(i);
            counts.Add(values.Counts[i]);
        }

        if (usual.Count == 0 || values.Present < UsualCount * usual.Count || rare > MostRare * values.Present) return [];
        var isClosed = rare == 0 && Unseen.Kinds(counts) < AllowedUnseen;
        return [List(values, usual, rare, isClosed ? 0 : Others(seldom, values.Present)), .. values.Present < RowsForShares ? [] : Shares(values, usual)];
    }

    /// <summary>
    /// The percentage of other values that is allowed. Those that are unseen yet are about as frequent as those that were seen seldom
    /// (Good, Biometrika 1953); three are always allowed, since that many may come where none came.
    /// </summary>
    private static double Others(long seldom, int present)
    {
        var share = (double)seldom / present;
        return Round.Up(100 * (share + Errors * Math.Sqrt(share * (1 - share) * 3 / present) + 3.0 / present));
    }

    private static QualityRule List(SampledColumn values, List<int> usual, long rare, double allowed) => new(RuleKind.Library)
    {
        Metric = "invalidValues", Dimension = "conformity", InPercent = allowed > 0,
        Arguments = new() { ValidValues = [.. usual.Select(i => values.Values[i]).Order(StringComparer.Ordinal)] },
        Expectation = allowed > 0 ? new(Operator.MustBeLessOrEqualTo, Math.Min(100, allowed)) : new(Operator.MustBe, 0),
        Description = string.Create(CultureInfo.InvariantCulture, $"{values.Present - rare:#,0} rows held these {usual.Count} values again and again{(rare > 0 ? $", and {rare:#,0} others seldom ones" : allowed > 0 ? "; so few rows do not rule out rare others" : "")}."),
    };

    private static IEnumerable<QualityRule> Shares(SampledColumn values, List<int> usual) =>
        from i in usual.OrderByDescending(i => values.Counts[i]).ThenBy(i => values.Values[i], StringComparer.Ordinal).Take(MostShares).ToArray()
        let share = (double)values.Counts[i] / values.Present
        where share is >= LeastShare and <= 1 - LeastShare
        select Share(values, i, share);

    // The arcsine of a share's root has the same error whatever the share.
    private static QualityRule Share(SampledColumn values, int code, double share)
    {
        var (angle, error) = (Math.Asin(Math.Sqrt(share)), Errors / 2 * Math.Sqrt(3.0 / values.Present));
        var wandering = Wandering.Of(values, c => c == code ? 1 : 0, share, Math.Sqrt(share * (1 - share)));
        // However the shares wander, a usual value does not go.
        var usual = Squared(Math.Max(0, angle - error));
        var low = Math.Max(Math.Min(share - wandering, usual), usual / 10);
        var high = Math.Max(share + wandering, Squared(Math.Min(Math.PI / 2, angle + error)));
        return new(RuleKind.Custom)
        {
            Engine = OwnRule.Engine, Metric = OwnRule.Share, Arguments = new() { ValidValues = [values.Values[code]] }, Dimension = "accuracy", Severity = "warning",
            Expectation = new(Operator.MustBeBetween, Math.Max(0, Round.Down(100 * low)), Math.Min(100, Round.Up(100 * high))),
            Description = string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} % of {values.Present:#,0} values were '{values.Values[code]}'."),
        };
    }

    private static double Squared(double angle) => Math.Sin(angle) * Math.Sin(angle);
}
