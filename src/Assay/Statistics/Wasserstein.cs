namespace Assays.Statistics;

/// <summary>How far, on average, numbers must be moved to make one distribution of another: the area between the two cumulative curves.</summary>
public static class Wasserstein
{
    /// <summary>The distance in the unit of the numbers; 0 when one of the sets is empty.</summary>
    public static double Distance(WeightedValues left, WeightedValues right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Count == 0 || right.Count == 0) return 0;
        var (area, before, gap) = (0.0, double.NaN, 0.0);
        foreach (var step in new CumulativeSteps(left, right))
        {
            if (gap != 0) area += gap * (step.Value - before);
            (before, gap) = (step.Value, Math.Abs(step.Left - step.Right));
        }

        return area;
    }
}
