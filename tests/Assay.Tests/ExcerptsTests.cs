using Assays.Detectors;

namespace Assays.Tests;

public sealed class ExcerptsTests
{
    [Fact]
    public async Task CheckAsync_ShowsTheFirstRows()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "a,b\n" + string.Concat(Enumerable.Range(0, 50).Select(static i => $"{i},x{i}\n")), TestContext.Current.CancellationToken);

        var assessment = await Assay.CheckAsync(path, new() { SampleRows = 2 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([0, 1, 2, 3, 4], assessment.Excerpt.Rows.Keys);
        Assert.Equal(["3", "x3"], assessment.Excerpt.Rows[3]);
    }

    /// <summary>Rows that the sample lacks come from the engine some columns at a time, or a wide table would not fit.</summary>
    [Fact]
    public async Task CheckAsync_OfAWideTable_ShowsRowsThatAreNotInTheSample()
    {
        var path = Path.GetTempFileName();
        var lines = Enumerable.Range(0, 2_001).Select(static row => string.Join(',', Enumerable.Range(0, 700).Select(c => row == 0 ? $"c{c}" : $"{row}.{c}")));
        await File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);

        var assessment = await Assay.CheckAsync(path, new() { SampleRows = 100, MemoryInBytes = 96L << 20, Effort = Effort.Quick }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["3.0", "3.699"], [assessment.Excerpt.Rows[2][0], assessment.Excerpt.Rows[2][699]]);
        Assert.All(assessment.Excerpt.Rows.Values, static row => Assert.Equal(700, row.Length));
    }
}
