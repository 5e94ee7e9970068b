using Assays.Data;
using Assays.Drift;
using Assays.Drift.Baselines;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Tests.Drift;

/// <summary>Makes a <see cref="Comparison"/> of two tables written in a few lines.</summary>
internal static class Compared
{
    public const int Count = 400;

    private static readonly string[] Cities = ["Bonn", "Kiel", "Jena", "Trier"];

    /// <summary>An ordinary table: an amount, a city, a code, a date, a share and a remark that is sometimes missing.</summary>
    public static string[] Names { get; } = ["amount", "city", "code", "day", "share", "remark"];

    /// <summary>Rows of the ordinary table; two seeds give two tables of the same distribution.</summary>
    public static string?[][] Rows(int seed, int count = Count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Row(random))];
    }

    /// <summary>Compares the ordinary table with one that was changed.</summary>
    public static Comparison With(Func<string?[], string?[]> change, string[]? names = null) =>
        Tables(Names, Rows(1), names ?? Names, [.. Rows(2).Select(change)]);

    /// <summary>The ordinary table with one value of each row changed.</summary>
    public static Comparison With(string column, Func<string?, int, string?> change)
    {
        var at = Array.IndexOf(Names, column);
        var row = 0;
        return With(cells =>
        {
            cells[at] = change(cells[at], row++);
            return cells;
        });
    }

    /// <summary>The ordinary table and another of the same distribution.</summary>
    public static Comparison Twin() => With(static row => row);

    public static Comparison Columns(string name, IEnumerable<string?> reference, IEnumerable<string?> current) =>
        Tables([name], [.. reference.Select(static v => new[] { v })], [name], [.. current.Select(static v => new[] { v })]);

    public static Comparison Tables(string[] oldNames, IReadOnlyList<string?[]> olds, string[] newNames, IReadOnlyList<string?[]> news)
    {
        var (reference, current) = (Sample.Of(oldNames, olds), Sample.Of(newNames, news));
        var profile = Profiler.Profile(current);
        return Comparison.Of(BaselineMaker.Make(Profiler.Profile(reference), reference), BaselineMaker.Make(profile, current), profile, current) with { ReferenceSample = reference };
    }

    public static Baseline Baseline(int seed, int count = Count)
    {
        var sample = Sample.Of(Names, Rows(seed, count));
        return BaselineMaker.Make(Profiler.Profile(sample), sample);
    }

    /// <summary>What every rule finds, the notes left out.</summary>
    public static Finding[] Serious(Comparison comparison) =>
        [.. DriftCatalog.All.Where(rule => rule.NotApplicable(comparison) is null).SelectMany(rule => rule.Judge(comparison)).Where(static f => f.Severity > Severity.Note)];

    private static string?[] Row(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return
        [
            FormattableString.Invariant($"{50 + 10 * normal:0.00}"), Cities[Math.Min(random.Next(4), random.Next(4))], $"{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}-{random.Next(1000, 9999)}",
            new DateOnly(2024, 1, 1).AddDays(random.Next(300)).ToString("yyyy-MM-dd", null), FormattableString.Invariant($"{random.NextDouble() * random.NextDouble():0.0000}"),
            random.Next(20) == 0 ? null : $"{(char)('a' + random.Next(26))}{random.Next(1_000_000)} as agreed",
        ];
    }
}
