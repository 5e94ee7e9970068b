using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Assays.Statistics;

namespace Assays.DriftBench;

/// <summary>What the bench knows of a column when it chooses what to do to it.</summary>
internal sealed partial record ColumnFacts(bool IsNumeric, int Distinct, double MissingShare, string? Top, string? Second, double TopShare, double SecondShare)
{
    private static readonly ConditionalWeakTable<Rows, ColumnFacts?[]> Known = [];

    private WeightedValues? Numbers { get; init; }
    public double Low { get; init; }
    public double High { get; init; }
    public double Deviation { get; init; }
    public double FractionShare { get; init; }
    public bool IsIsoDate { get; init; }
    public bool IsRunning { get; init; }
    public bool HasSmallLetters { get; init; }

    public double Distance(ColumnFacts other) => KolmogorovSmirnov.Distance(Numbers!, other.Numbers!);

    public static ColumnFacts Of(Rows rows, int column) => Known.GetValue(rows, static r => new ColumnFacts?[r.Names.Length])[column] ??= Find(rows, column);

    /// <summary>Pearson's, over the rows that have both numbers.</summary>
    public static double Correlation(Rows rows, int left, int right)
    {
        var pairs = rows.Cells.Where(row => row[left] is not null && row[right] is not null)
            .Select(row => (X: double.Parse(row[left]!, CultureInfo.InvariantCulture), Y: double.Parse(row[right]!, CultureInfo.InvariantCulture))).ToArray();
        if (pairs.Length < 30) return 0;
        var (x, y) = (pairs.Average(static p => p.X), pairs.Average(static p => p.Y));
        return pairs.Sum(p => (p.X - x) * (p.Y - y)) / Math.Sqrt(pairs.Sum(p => (p.X - x) * (p.X - x)) * pairs.Sum(p => (p.Y - y) * (p.Y - y)));
    }

    private static ColumnFacts Find(Rows rows, int column)
    {
        var values = rows.Cells.Select(row => row[column]).OfType<string>().ToArray();
        var counts = values.CountBy(static v => v).OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal).Take(2).ToArray();
        var numbers = values.Select(static v => double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) ? x : double.NaN).Where(double.IsFinite).ToArray();
        var isNumeric = values.Length > 0 && numbers.Length == values.Length;
        var facts = new ColumnFacts(
            isNumeric, values.Distinct().Count(), 1 - (double)values.Length / Math.Max(1, rows.Cells.Length), counts.ElementAtOrDefault(0).Key, counts.ElementAtOrDefault(1).Key,
            (double)counts.ElementAtOrDefault(0).Value / Math.Max(1, values.Length), (double)counts.ElementAtOrDefault(1).Value / Math.Max(1, values.Length))
        {
            IsIsoDate = values.Length > 0 && values.All(static v => Iso().IsMatch(v)),
            FractionShare = values.Count(static v => v.Contains('.', StringComparison.Ordinal)) / (double)Math.Max(1, values.Length),
            HasSmallLetters = values.Any(static v => v.Any(char.IsLower)),
        };
        if (!isNumeric) return facts;
        var weighted = WeightedValues.Of(numbers, Enumerable.Repeat(1, numbers.Length).ToArray());
        return facts with
        {
            Numbers = weighted, Low = weighted.Min, High = weighted.Max, Deviation = weighted.Moments().Deviation,
            IsRunning = numbers.Zip(numbers.Skip(1)).Count(static p => p.Second < p.First) < 0.01 * numbers.Length,
        };
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}($| )")]
    private static partial Regex Iso();
}
