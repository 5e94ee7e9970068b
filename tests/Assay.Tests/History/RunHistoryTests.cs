using System.Collections.Immutable;
using Assays.History;
using Assays.Tests.Statistics;

namespace Assays.Tests.History;

public sealed class RunHistoryTests
{
    private static readonly DateTimeOffset Monday = new(2024, 1, 1, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_FindsWhatIsUnusualNow_AndSaysWhatWasExpected()
    {
        var course = Course("amount", "mean", [.. LevelShiftTests.Noise(1, 30).Select(static x => 100 + x), 300]);

        Assert.True(course.IsUnusualNow);
        Assert.InRange(course.Expected!.Value.Low, 85, 100);
        Assert.InRange(course.Expected!.Value.High, 100, 115);
    }

    [Fact]
    public void Of_KnowsTheDaysOfTheWeek()
    {
        double[] days = [.. LevelShiftTests.Noise(2, 42).Select(static (x, i) => (i % 7 >= 5 ? 2_000 : 10_000) + 100 * x)];

        Assert.False(Course("", "rows", days).IsUnusualNow);
        Assert.True(Course("", "rows", [.. days[..^1], 10_000]).IsUnusualNow);
    }

    [Fact]
    public void Of_GoesWithATrend()
    {
        double[] growing = [.. LevelShiftTests.Noise(3, 40).Select(static (x, i) => 1_000 + 50 * i + 10 * x)];

        Assert.Empty(Course("", "rows", growing).Unusual);
        Assert.True(Course("", "rows", [.. growing, 1_000]).IsUnusualNow);
    }

    [Fact]
    public void Of_TakesANewLevelForUsualAfterThreeRuns()
    {
        var course = Course("amount", "mean", [.. LevelShiftTests.Noise(4, 50).Select(static (x, i) => (i < 25 ? 100 : 160) + x)]);

        Assert.Equal([25, 26, 27], course.Unusual);
    }

    [Fact]
    public void Of_TakesNoChanceForAMissingValue() =>
        Assert.Empty(Course("amount", "missingShare", [.. Enumerable.Range(0, 40).Select(static i => i % 5 == 0 ? 0.0008 : 0)]).Unusual);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.6)]
    public void Of_CriesWolfSeldom(double together)
    {
        var (unusual, judged) = (0, 0);
        for (var seed = 1; seed <= 150; seed++)
        {
            var course = Course("amount", "mean", [.. LevelShiftTests.Noise(seed, 40, together).Select(static (x, i) => 100 + 2 * x + (i % 7 == 6 ? 5 : 0))], metrics: 40);
            unusual += course.Unusual.Length;
            judged += 33;
        }

        // One run in a hundred may have one of forty figures unusual by chance.
        Assert.InRange((double)unusual / judged, 0, 2 * 0.01 / 40 * (together > 0 ? 8 : 4));
    }

    [Fact]
    public void Of_LeavesOutLaterRunsAndOtherTables()
    {
        var present = Run(10, ("amount", "mean", 1));
        Run[] earlier = [Run(9, ("amount", "mean", 1)), Run(11, ("amount", "mean", 1)), Run(8, ("other", "mean", 1))];

        Assert.Equal([Run(9, ("amount", "mean", 1)).Time, present.Time], RunHistory.Of(earlier, present).Runs.Select(static run => run.Time));
    }

    [Fact]
    public void Text_ReadsBackTheSame()
    {
        var run = Run(3, ("a \"b\"", "mean", 0.1), ("", "rows", 12));

        Assert.Equal(RunText.Write(run), RunText.Write(RunText.Parse(RunText.Write(run), "x")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("nothing")]
    [InlineData("""{"assayRun":"1.0","time":"2024-01-01T00:00:00Z","source":"a","metrics":[[1]]}""")]
    [InlineData("""{"assayRun":"9.0"}""")]
    public void Text_OfSomethingElse_NamesTheFile(string text) =>
        Assert.Contains("x.run.json", Assert.Throws<Assays.Data.InputException>(() => RunText.Parse(text, "x.run.json")).Message, StringComparison.Ordinal);

    internal static Run Run(int day, params (string Column, string Name, double Value)[] metrics) =>
        new(Monday.AddDays(day), "orders.csv", metrics.ToImmutableSortedDictionary(static m => new MetricName(m.Column, m.Name), static m => m.Value));

    private static MetricCourse Course(string column, string name, double[] values, int metrics = 1)
    {
        // The other figures never change; they only make chance more likely.
        var others = Enumerable.Range(0, metrics - 1).Select(static i => ($"other{i}", "missingShare", 0.0)).ToArray();
        Run[] runs = [.. values.Select((value, day) => Run(day, [(column, name, value), (column, "deviation", 10), .. column.Length == 0 ? [] : new[] { ("", "rows", 10_000.0) }, .. others]))];
        return RunHistory.Of(runs[..^1], runs[^1]).Courses.Single(course => course.Name == new MetricName(column, name));
    }
}
