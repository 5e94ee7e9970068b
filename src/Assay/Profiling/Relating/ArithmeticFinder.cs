using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;

namespace Assays.Profiling.Relating;

/// <summary>
/// Finds columns that are the sum of two to four others, or the product of two, in nearly all rows. Most candidates fail on the first rows. A sum
/// counts only if each term matters: it must hold in the rows where that term is not zero, and fail when the result is taken from other rows.
/// </summary>
internal static class ArithmeticFinder
{
    private const int MostColumns = 40;
    private const int MostRows = 2_000;
    private const int RowsTriedFirst = 12;
    private const int FailuresAllowedFirst = 4;
    private const int FewestRows = 20;
    private const double LeastShare = 0.9;

    public static ImmutableArray<ArithmeticRelation> Find(Sample sample, Profile profile, CancellationToken cancellationToken)
    {
        var columns = profile.Columns.Where(static c => (c.IsQuantity || c is { Semantic: SemanticType.Ordinal or SemanticType.Boolean, Numeric: not null }) && c.Distinct.Value > 1).Take(MostColumns).ToArray();
        if (columns.Length < 3) return [];
        var slice = RowSlice.Of(sample, MostRows);
        var numbers = columns.Select(slice.Numbers).ToArray();
        var decimals = columns.Select(c => Decimals(sample[c.Column])).ToArray();
        var found = new List<(int Result, int[] Terms, ArithmeticRelation Relation)>();
        for (var result = 0; result < columns.Length; result++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = Informative(numbers[result]);
            if (rows.Length < FewestRows || !columns[result].IsQuantity || columns[result].Distinct.Value < 5) continue;
            foreach (var (terms, isProduct) in Candidates(columns.Length, result))
            {
                if (found.Any(f => Repeats(f.Result, f.Terms, result, terms)) || !IsPromising(numbers, result, terms, isProduct, decimals[result], rows)) continue;
                if (Judge(numbers, result, terms, isProduct, decimals) is not { } judged) continue;
                found.Add((result, terms, new(
                    columns[result].Column, [.. terms.Select(t => columns[t].Column)], isProduct, judged.Share, judged.Tolerance)));
            }
        }

        return [.. found.Select(static f => f.Relation).OrderByDescending(static r => r.Share).ThenBy(static r => r.Terms.Length).ThenBy(static r => r.Result.Ordinal)];
    }

    // Rows whose result is not zero, spread over the slice: zeros add up whatever the terms.
    private static int[] Informative(double[] result)
    {
        var rows = Enumerable.Range(0, result.Length).Where(i => !double.IsNaN(result[i]) && result[i] != 0).ToArray();
        var step = Math.Max(1, rows.Length / RowsTriedFirst);
        return rows.Length < FewestRows ? [] : [.. rows.Where((_, at) => at % step == 0).Take(RowsTriedFirst), .. rows];
    }

    private static IEnumerable<(int[] Terms, bool IsProduct)> Candidates(int columns, int result)
    {
        var others = Enumerable.Range(0, columns).Where(i => i != result).ToArray();
        for (var a = 0; a < others.Length; a++)
        {
            for (var b = a + 1; b < others.Length; b++)
            {
                yield return ([others[a], others[b]], false);
                yield return ([others[a], others[b]], true);
            }
        }

        for (var a = 0; a < others.Length; a++)
        {
            for (var b = a + 1; b < others.Length; b++)
            {
                for (var c = b + 1; c < others.Length; c++)
                {
                    yield return ([others[a], others[b], others[c]], false);
                    for (var d = c + 1; d < others.Length; d++)
                    {
                        yield return ([others[a], others[b], others[c], others[d]], false);
                    }
                }
            }
        }
    }

    // The same equation written otherwise (a = b + c is b = a - c), or with more terms.
    private static bool Repeats(int knownResult, int[] known, int result, int[] terms) =>
        known.Append(knownResult).All(c => c == result || terms.Contains(c));

    private static bool IsPromising(double[][] numbers, int result, int[] terms, bool isProduct, int decimals, int[] rows)
    {
        var (tolerance, failures, tried) = (Rounding(decimals, terms.Length), 0, 0);
        foreach (var row in rows)
        {
            var value = Value(numbers, terms, isProduct, row);
            if (double.IsNaN(value)) continue;
            if (!Equal(value, numbers[result][row], tolerance) && ++failures > FailuresAllowedFirst) return false;
            if (++tried == RowsTriedFirst) return true;
        }

        return tried >= FewestRows / 2;
    }

    private static (double Share, double Tolerance)? Judge(double[][] numbers, int result, int[] terms, bool isProduct, int[] decimals)
    {
        var exact = Judge(numbers, result, terms, isProduct, 0);
        if (exact is { } share) return (share, 0);
        var tolerance = Rounding(decimals[result], terms.Length);
        return Spread(numbers[result]) >= 20 * tolerance && Judge(numbers, result, terms, isProduct, tolerance) is { } rounded ? (rounded, tolerance) : null;
    }

    private static double? Judge(double[][] numbers, int result, int[] terms, bool isProduct, double tolerance)
    {
        var values = numbers[result];
        var (rows, holding, chanceRows, chance) = (0, 0, 0, 0);
        var matters = new int[terms.Length];
        var mattering = new int[terms.Length];
        for (var row = 0; row < values.Length; row++)
        {
            var value = Value(numbers, terms, isProduct, row);
            if (double.IsNaN(value)) continue;
            var other = values[(row + values.Length / 2) % values.Length];
            if (!double.IsNaN(other) && (other != 0 || value != 0))
            {
                chanceRows++;
                if (Equal(value, other, tolerance)) chance++;
            }

            if (double.IsNaN(values[row]) || (values[row] == 0 && value == 0)) continue;
            rows++;
            var holds = Equal(value, values[row], tolerance);
            if (holds) holding++;
            for (var t = 0; t < terms.Length; t++)
            {
                var term = numbers[terms[t]][row];
                if (isProduct ? term is 0 or 1 : Equal(term, 0, tolerance)) continue;
                mattering[t]++;
                if (holds) matters[t]++;
            }
        }

        if (rows < FewestRows || holding < LeastShare * rows || (chanceRows > 0 && chance > 0.4 * chanceRows)) return null;
        for (var t = 0; t < terms.Length; t++)
        {
            if (mattering[t] < Math.Max(10, 0.02 * rows) || matters[t] < 0.8 * mattering[t]) return null;
        }

        return (double)holding / rows;
    }

    private static double Value(double[][] numbers, int[] terms, bool isProduct, int row)
    {
        var value = isProduct ? 1.0 : 0;
        foreach (var term in terms)
        {
            value = isProduct ? value * numbers[term][row] : value + numbers[term][row];
        }

        return value;
    }

    private static bool Equal(double left, double right, double tolerance) =>
        Math.Abs(left - right) <= tolerance + 1e-9 * Math.Max(1e-3, Math.Max(Math.Abs(left), Math.Abs(right)));

    // Half a unit of the last decimal for the result, and for each term.
    private static double Rounding(int decimals, int terms) => 0.5 * (terms + 1) * Math.Pow(10, -decimals);

    private static double Spread(double[] numbers)
    {
        var present = numbers.Where(static n => !double.IsNaN(n)).Order().ToArray();
        return present.Length == 0 ? 0 : present[(int)(0.9 * (present.Length - 1))] - present[(int)(0.1 * (present.Length - 1))];
    }

    private static int Decimals(SampledColumn column)
    {
        var most = 0;
        for (var i = 0; i < Math.Min(500, column.Values.Length); i++)
        {
            if (double.IsNaN(column.Numbers[i])) continue;
            var text = Math.Abs(column.Numbers[i]).ToString("0.##########", CultureInfo.InvariantCulture);
            var point = text.IndexOf('.', StringComparison.Ordinal);
            if (point >= 0) most = Math.Max(most, text.Length - point - 1);
        }

        return most;
    }
}
