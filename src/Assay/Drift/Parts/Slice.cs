using Assays.Data;
using Assays.Drift.Baselines;
using Assays.Measures;
using Assays.Statistics;

namespace Assays.Drift.Parts;

/// <summary>A pair of columns in some of the rows: what two whole tables are judged by judges parts of them too.</summary>
internal static class Slice
{
    /// <summary>What a column is like in some rows of its sample; its role and type are those of the whole. Blank texts are missing.</summary>
    public static ColumnBaseline Of(ColumnBaseline whole, SampledColumn values, IReadOnlyCollection<int> rows)
    {
        int[] codes = [.. rows.Select(row => values.Codes[row]).Where(code => code >= 0 && !string.IsNullOrWhiteSpace(values.Values[code]))];
        Array.Sort(codes);
        var (distinct, counts) = Count(codes);
        var numbers = whole.Numbers is null ? null : new QuantileSketch(WeightedValues.Of([.. distinct.Select(code => Number(whole, values, code))], counts), 0);
        return whole with
        {
            Rows = rows.Count,
            Missing = rows.Count - codes.Length,
            Blank = 0,
            Moments = Moments.AdditiveIdentity,
            Numbers = numbers is null || numbers.Values.Count == 0 ? null : numbers,
            Values = whole.Values.Total == 0 ? FrequentItems.None : FrequentItems.Of(distinct.Select((code, i) => KeyValuePair.Create(values.Values[code], (long)counts[i])), int.MaxValue),
            Masks = FrequentItems.None,
            Distinct = null,
        };
    }

    /// <summary>The pair of two such columns; tests may count on every row.</summary>
    public static ColumnPair Pair(ColumnPair whole, ColumnBaseline reference, ColumnBaseline current) =>
        new(reference, current, whole.Column) { ReferenceCount = reference.Present, CurrentCount = current.Present };

    /// <summary>The pair as it is compared in parts: numbers that are texts in some rows now are still compared as numbers, and the others counted.</summary>
    public static ColumnPair Comparable(ColumnPair pair) =>
        pair.Reference.Role != ColumnRole.Quantity || pair.Reference.IsPersonal || pair.Current.Role is not (ColumnRole.Text or ColumnRole.Category) || pair.Current.IsPersonal ? pair
        : pair with { Current = pair.Current with { Role = ColumnRole.Quantity, Numbers = pair.Reference.Numbers, Values = FrequentItems.None } };

    /// <summary>How likely chance makes two such columns so different, row by row: in their values, their gaps, or what is no number among numbers.</summary>
    public static double PValue(ColumnPair pair)
    {
        var (old, now) = (pair.Reference, pair.Current);
        var gaps = ShareDifference.PValue(old.Missing, old.Rows, now.Missing, now.Rows);
        var misfits = pair.HoldNumbers ? ShareDifference.PValue(Misfits(old), old.Present, Misfits(now), now.Present) : 1;
        return Math.Min(1, 3 * Math.Min(Math.Min(gaps, misfits), ColumnShift.Of(pair)?.PValue ?? 1));
    }

    /// <summary>The values of a column of numbers that are none.</summary>
    public static long Misfits(ColumnBaseline column) => column.Present - (column.Numbers?.Values.Count ?? 0);

    /// <summary>The number by which a value is compared: of texts their length.</summary>
    public static double Number(ColumnBaseline column, SampledColumn values, int code) => column.Role == ColumnRole.Text ? values.Values[code].Length : values.Numbers[code];

    private static (int[] Distinct, int[] Counts) Count(int[] sorted)
    {
        var (distinct, counts, kept) = (new int[sorted.Length], new int[sorted.Length], 0);
        foreach (var code in sorted)
        {
            if (kept == 0 || distinct[kept - 1] != code) distinct[kept++] = code;
            counts[kept - 1]++;
        }

        return (distinct[..kept], counts[..kept]);
    }
}
