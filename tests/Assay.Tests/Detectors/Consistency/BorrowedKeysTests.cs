using Assays.Detectors.Consistency;
using Assays.Findings;

namespace Assays.Tests.Detectors.Consistency;

public sealed class BorrowedKeysTests
{
    [Fact]
    public void Judge_FlagsTheRowsThatCarryAnothersNumberAndSparesTheOwner()
    {
        var rows = Facilities();
        foreach (var row in new[] { 20, 50, 77 }) rows[row][0] = rows[9][0];

        var cells = Cells(rows);

        Assert.Equal([20, 50, 77], cells.Select(c => c.Row));
    }

    [Fact]
    public void Judge_FlagsAllRowsWhenTheOwnerIsNotKnown()
    {
        var rows = Facilities();
        foreach (var row in new[] { 20, 50, 77 }) rows[row][1] = rows[9][1];

        var cells = Cells(rows);

        Assert.Equal([9, 20, 50, 77], cells.Select(c => c.Row));
        Assert.All(cells, c => Assert.Equal(0.75, c.Confidence, 3));
    }

    [Fact]
    public void Judge_FlagsTheFillerThatDeterminesNothing()
    {
        var random = new Random(3);
        string?[][] rows = [.. Enumerable.Range(0, 400).Select(_ => random.Next(40)).Select(place => new[] { $"{30000 + place}", $"city{place}", $"{random.Next(9)}" })];
        var own = rows.Select(r => r[0]).ToArray();
        foreach (var row in Enumerable.Range(0, 400).Where(i => i % 27 == 5)) rows[row][0] = "30007";

        var cells = Cells(rows);

        Assert.Equal(Enumerable.Range(0, 400).Where(i => i % 27 == 5 && own[i] != "30007").Select(i => (long)i), cells.Select(c => c.Row));
    }

    [Fact]
    public void Judge_IsSilentOnTheCleanTwin() => Assert.Empty(Cells(Facilities()));

    [Fact]
    public void Judge_IsSilentOnDescriptionsThatAreAlike()
    {
        var rows = Facilities();
        for (var row = 0; row < rows.Length; row++) rows[row][1] = $"The building on the corner of the main road and street number {row}";
        foreach (var row in new[] { 20, 50, 77 }) rows[row][1] = "See the map for the boundaries of the central part of the bay";

        Assert.Empty(Cells(rows));
    }

    [Fact]
    public void Judge_IsSilentWhereValuesRepeatByNature()
    {
        var random = new Random(7);
        string?[][] rows = [.. Enumerable.Range(0, 300).Select(i => new[] { $"{i}", $"name{(int)(600 * Math.Pow(random.NextDouble(), 2))}", $"{random.Next(5)}" })];

        Assert.Empty(Cells(rows));
    }

    private static List<SuspectCell> Cells(string?[][] rows) =>
        [.. new BorrowedKeys().Judge(Examined.Table(["id", "name", "size"], rows).Related()).SelectMany(f => f.Cells).OrderBy(c => c.Row)];

    private static string?[][] Facilities() => [.. Enumerable.Range(0, 120).Select(i => new[] { $"{1000 + (3 * i)}", $"facility {(i * 7919) % 1009}", $"{i % 4}" })];
}
