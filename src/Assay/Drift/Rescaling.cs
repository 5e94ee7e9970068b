using System.Collections.Immutable;
using Assays.Statistics;

namespace Assays.Drift;

/// <summary>A column whose numbers are all in another unit or of the other sign.</summary>
/// <param name="Pair">The column.</param>
/// <param name="Change">What became of the numbers, in words: <c>100 times as large</c>.</param>
/// <param name="Cause">What usually does that; empty when nothing does.</param>
/// <param name="Before">How far the distributions are apart as they are (Kolmogorov-Smirnov, 0 to 1).</param>
/// <param name="After">How far when the change is undone.</param>
public sealed record Rescaling(ColumnPair Pair, string Change, string Cause, double Before, double After)
{
    /// <summary>Distributions nearer than this are not another unit.</summary>
    public const double LeastDistance = 0.15;

    private const double NearShare = 0.25;
    private const double NearDistance = 0.08;

    private static readonly ImmutableArray<Unit> Units =
    [
        .. Enumerable.Range(1, 9).SelectMany(static power => Both(Math.Pow(10, power), power switch
        {
            2 => "percent and shares, or cents and whole units", 3 => "thousands, or a metric prefix", 6 => "millions, or a metric prefix", _ => "a moved decimal point",
        })),
        .. Both(60, "minutes and hours, or seconds and minutes"), .. Both(3_600, "seconds and hours"), .. Both(24, "hours and days"), .. Both(7, "days and weeks"),
        .. Both(12, "months and years"), .. Both(1_024, "kibibytes and mebibytes"), .. Both(2.20462262, "kilograms and pounds"), .. Both(2.54, "centimetres and inches"),
        .. Both(3.28084, "metres and feet"), .. Both(1.609344, "kilometres and miles"), .. Both(3.6, "kilometres an hour and metres a second"),
        .. Both(28.349523, "grams and ounces"), .. Both(3.785412, "litres and gallons"), .. Both(4.184, "joules and calories"),
        new("negated", "a turned sign", static x => -x),
        new("from degrees Celsius to Fahrenheit", "another scale of temperature", static x => (x - 32) / 1.8) { Low = -100, High = 150 },
        new("from degrees Fahrenheit to Celsius", "another scale of temperature", static x => x * 1.8 + 32) { Low = -150, High = 300 },
        new("from degrees Celsius to kelvins", "another scale of temperature", static x => x - 273.15) { Low = -100, High = 150 },
        new("from kelvins to degrees Celsius", "another scale of temperature", static x => x + 273.15) { Low = 170, High = 450 },
        new("subtracted from 1", "the opposite share", static x => 1 - x) { Low = 0, High = 1 },
    ];

    /// <summary>The change of unit that explains nearly all of a column's move.</summary>
    public static Rescaling? Of(ColumnPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (pair.Reference.Numbers is not { } old || pair.Current.Numbers is not { } now || pair.Reference.Role == Baselines.ColumnRole.Text) return null;
        var (from, to) = (old.Compact().Values, now.Compact().Values);
        if (from.Values.Length < 4 || to.Values.Length < 4) return null;
        var before = KolmogorovSmirnov.Distance(from, to);
        var noise = 1.6 * Math.Sqrt(1 / pair.ReferenceCount + 1 / pair.CurrentCount);
        var (low, high) = (from.Quantile(0.01), from.Quantile(0.99));
        var best = Units.Where(unit => low >= unit.Low && high <= unit.High).Select(unit => (unit.Change, unit.Cause, After: KolmogorovSmirnov.Distance(Rounded(from), Rounded(to.Map(unit.Undo))))).MinBy(static u => u.After);
        return best.After <= NearShare * before && best.After <= Math.Max(NearDistance, noise) ? new(pair, best.Change, best.Cause, before, best.After) : null;
    }

    // A product has other last digits than the number it is to equal.
    private static WeightedValues Rounded(WeightedValues values) => values.Map(static x => x == 0 ? 0 : Round(x));

    private static double Round(double x)
    {
        var scale = Math.Pow(10, 5 - Math.Floor(Math.Log10(Math.Abs(x))));
        return double.IsFinite(scale) && scale != 0 ? Math.Round(x * scale) / scale : x;
    }

    private static IEnumerable<Unit> Both(double factor, string cause)
    {
        var times = factor.ToString("#,0.######", System.Globalization.CultureInfo.InvariantCulture);
        yield return new($"{times} times as large", cause, x => x / factor);
        yield return new($"{times} times as small", cause, x => x * factor);
    }

    /// <summary>A change of unit, undone by a function; of a reference between two numbers.</summary>
    private sealed record Unit(string Change, string Cause, Func<double, double> Undo)
    {
        public double Low { get; init; } = double.NegativeInfinity;
        public double High { get; init; } = double.PositiveInfinity;
    }
}
