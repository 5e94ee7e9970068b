using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors.Fitness;

/// <summary>How the column that is to be predicted is to be taken: as classes or as a quantity.</summary>
internal static class TargetClasses
{
    private const int MostClasses = 100;
    private const int MostNumbers = 15;

    /// <summary>Why a check about the target has nothing to say; null when a target was named and has values.</summary>
    public static string? NotApplicable(Examination examination) =>
        examination.Target is null ? "No column was named that is to be predicted." : null;

    /// <summary>Whether the target's values are classes: words, or a few whole numbers.</summary>
    public static bool AreMeant(Examination examination)
    {
        var profile = examination.Profile[examination.Target!];
        var values = examination.Sample[examination.Target!];
        return profile.IsQuantity || profile.Type is Profiling.ValueType.Integer or Profiling.ValueType.Number
            ? values.Values.Length <= MostNumbers && Whole(values)
            : profile.Temporal is null && values.Values.Length <= MostClasses;
    }

    private static bool Whole(SampledColumn values)
    {
        foreach (var number in values.Numbers)
        {
            if (number != Math.Floor(number)) return false;
        }

        return true;
    }
}
