using Assays.Data;
using Assays.Profiling;

namespace Assays.Contracts.Inference;

/// <summary>How small and how large other numbers of the same kind may be.</summary>
internal static class NumberRanges
{
    /// <summary>The probability that one of as many other numbers is beyond a limit.</summary>
    private const double Risk = 0.002;

    /// <summary>A limit that passes zero by less than this part of the middle half's width stops there: zero is a natural end.</summary>
    private const double NearZero = 0.25;

    /// <summary>The extremes, moved out by their own distance to the median or as far as their tails go; on a scale of factors where values spread over several.</summary>
    public static (double Low, double High) Of(NumericProfile numeric, SampledColumn values)
    {
        var numbers = Enumerable.Range(0, values.Values.Length).Select(i => (Value: values.Numbers[i], Count: values.Counts[i])).ToArray();
        var (upper, lower) = (
            Tail.Of(numbers.OrderByDescending(static n => n.Value), values.Present),
            Tail.Of(numbers.Select(static n => (-n.Value, n.Count)).OrderByDescending(static n => n.Item1), values.Present));
        var (median, slack) = (numeric.At(0.5), NearZero * (numeric.At(0.75) - numeric.At(0.25)));
        var high = numeric.Max + (numeric.Max - median);
        if (median > 0 && numeric.Max / median > 10) high = Math.Max(high, numeric.Max * Math.Sqrt(numeric.Max / median));
        var low = numeric.Min - (median - numeric.Min);
        low = Math.Min(low, -lower?.Limit(Risk) ?? low);
        high = Math.Max(high, upper?.Limit(Risk) ?? high);
        if (numeric.Min >= 0 && !(lower?.Limit(Risk, isCareful: false) > slack)) low = Math.Max(0, low);
        if (numeric.Max <= 0 && !(upper?.Limit(Risk, isCareful: false) > slack)) high = Math.Min(0, high);
        return (Round.Down(low), Round.Up(high));
    }

    /// <summary>What follows from the number of digits, of numbers that are names: one more digit while they rise or seldom have the most.</summary>
    /// <returns>No upper end for numbers with fractions or signs.</returns>
    public static (double? Low, double? High) OfDigits(NumericProfile numeric, SampledColumn values, bool isRising)
    {
        if (numeric.Min < 0) return (null, null);
        var digits = Digits(numeric.Max);
        var withMost = 0L;
        for (var i = 0; i < values.Values.Length; i++)
        {
            if (Digits(values.Numbers[i]) == digits) withMost += values.Counts[i];
        }

        return (0, Math.Pow(10, isRising || withMost < values.Present / 2 ? digits + 1 : digits) - 1);
    }

    private static int Digits(double number) => number < 1 ? 1 : (int)Math.Floor(Math.Log10(number) + 1e-12) + 1;
}
