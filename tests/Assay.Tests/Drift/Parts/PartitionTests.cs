using Assays.Data;
using Assays.Drift.Parts;
using Assays.Profiling;

namespace Assays.Tests.Drift.Parts;

public sealed class PartitionTests
{
    [Fact]
    public void Of_ChoosesThePeriodThatHasEnoughRows()
    {
        Assert.Equal(Period.Day, Days(60, 100).Period);
        Assert.Equal(Period.Week, Days(140, 10).Period);
        Assert.Equal(Period.Month, Days(700, 2).Period);
    }

    [Fact]
    public void Of_PutsTheReferencesPeriodsBeforeTheCurrentOnes()
    {
        var parts = Dated.By("day", static (_, _) => { }).Parts!;

        Assert.Equal(Dated.ReferenceDays + Dated.Days, parts.Parts.Length);
        Assert.Equal((Dated.Name(0), Dated.Name(Dated.ReferenceDays + Dated.Days - 1)), (parts.Parts[0].Name, parts.Parts[^1].Name));
        Assert.All(parts.Parts, static part => Assert.True(part.ReferenceRows.IsEmpty != part.CurrentRows.IsEmpty));
    }

    [Fact]
    public void Of_LeavesAReferenceOfTheSameTimeOutOfTheCourse()
    {
        var rows = Rows(30, 20);
        var parts = Partition.Of(null, rows, rows);

        Assert.False(parts.HasReference);
    }

    [Fact]
    public void Of_TakesGroupsByTheirSize_AndLeavesOutSmallOnes()
    {
        var sample = Sample.Of(["kind", "n"], [.. Enumerable.Range(0, 300).Select(static i => new string?[] { i < 5 ? "rare" : i < 100 ? "few" : "many", $"{i}" })]);

        var parts = Partition.Of(null, Whole(sample), null);

        Assert.Null(parts.Period);
        Assert.Equal(["many", "few"], parts.Parts.Select(static part => part.Name));
    }

    [Fact]
    public void Of_AColumnOfSingleValues_SaysWhatItIsGoodFor()
    {
        var sample = Sample.Of(["code"], [.. Enumerable.Range(0, 100).Select(static i => new string?[] { $"x{i * 7919 % 1000}" })]);

        Assert.Contains("neither times nor groups", Assert.Throws<InputException>(() => Partition.Of(null, Whole(sample), null)).Message, StringComparison.Ordinal);
        Assert.Contains("--period", Assert.Throws<InputException>(() => Partition.Of(Period.Day, Whole(sample), null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Period.Hour, "2024-05-16 13:00")]
    [InlineData(Period.Day, "2024-05-16")]
    [InlineData(Period.Week, "2024-05-13")]
    [InlineData(Period.Month, "2024-05")]
    [InlineData(Period.Quarter, "2024-Q2")]
    [InlineData(Period.Year, "2024")]
    public void Period_IsCalledByItsBeginning(Period period, string name) => Assert.Equal(name, period.NameOf(period.StartOf(new(2024, 5, 16, 13, 45, 0))));

    private static Partition Days(int days, int rowsOfEach) => Partition.Of(null, Rows(days, rowsOfEach), null);

    private static TableRows Whole(Sample sample) => new(Profiler.Profile(sample, cancellationToken: TestContext.Current.CancellationToken), sample, 0);

    private static TableRows Rows(int days, int rowsOfEach)
    {
        var start = new DateOnly(2023, 1, 2);
        var sample = Sample.Of(["day"], [.. Enumerable.Range(0, days * rowsOfEach).Select(i => new string?[] { start.AddDays(i / rowsOfEach).ToString("yyyy-MM-dd", null) })]);
        return Whole(sample);
    }
}
