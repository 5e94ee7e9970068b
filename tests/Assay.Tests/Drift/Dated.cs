using System.Globalization;
using Assays.Drift;
using Assays.Drift.Baselines;
using Assays.Drift.Parts;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Tests.Drift;

/// <summary>Two tables of orders over time, the second right after the first, and their comparison taken apart.</summary>
internal static class Dated
{
    public const int ReferenceDays = 42;
    public const int Days = 28;

    private static readonly string[] Names = ["day", "vendor", "amount", "state", "month"];
    private static readonly string[] Vendors = ["Ada", "Bern", "Cato", "Dora", "Emil"];
    private static readonly string[] States = ["open", "paid", "paid", "void"];
    private static readonly DateOnly Start = new(2024, 1, 1);

    /// <summary>One order: its day counted from the first of both tables, and its cells.</summary>
    public delegate void Change(int day, string?[] cells);

    /// <summary>Compares the orders of six weeks with those of the next four, in which something changed.</summary>
    /// <param name="by">The column that takes the tables apart.</param>
    /// <param name="isWeekly">Whether weekends have fewer and larger orders, in both tables.</param>
    public static Comparison By(string by, Change change, int seed = 1, bool isWeekly = false, Period? period = null)
    {
        var (reference, current) = (Sample.Of(Names, Rows(seed, 0, ReferenceDays, isWeekly, static (_, _) => { })), Sample.Of(Names, Rows(seed + 1_000, ReferenceDays, Days, isWeekly, change)));
        var (former, profile) = (Profiler.Profile(reference), Profiler.Profile(current));
        var comparison = Comparison.Of(BaselineMaker.Make(former, reference), BaselineMaker.Make(profile, current), profile, current);
        var at = Array.IndexOf(Names, by);
        return comparison with { ReferenceSample = reference, Parts = Partition.Of(period, new(profile, current, at), new(former, reference, at)) };
    }

    /// <summary>The name of a day, counted from the first of both tables.</summary>
    public static string Name(int day) => Start.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static void Scale(string?[] cells, double factor) =>
        cells[2] = (double.Parse(cells[2]!, CultureInfo.InvariantCulture) * factor).ToString("0.00", CultureInfo.InvariantCulture);

    private static string?[][] Rows(int seed, int from, int days, bool isWeekly, Change change)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(from, days).SelectMany(day => Enumerable.Range(0, isWeekly && IsWeekend(day) ? 40 : 100).Select(_ =>
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var amount = Math.Exp(3 + 0.5 * normal) * (isWeekly && IsWeekend(day) ? 2 : 1);
            string?[] cells = [Name(day), Vendors[random.Next(5)], amount.ToString("0.00", CultureInfo.InvariantCulture), States[random.Next(4)], Start.AddDays(day).ToString("MMM", CultureInfo.InvariantCulture)];
            change(day, cells);
            return cells;
        }))];
    }

    private static bool IsWeekend(int day) => Start.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
