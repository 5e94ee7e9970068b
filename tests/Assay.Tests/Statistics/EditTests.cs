using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class EditTests
{
    [Theory]
    [InlineData("Yes", "Yes", null)]
    [InlineData("Yes", "Yeps", EditKind.Insertion)]
    [InlineData("Yes", "Ys", EditKind.Deletion)]
    [InlineData("Yes", "Yas", EditKind.Substitution)]
    [InlineData("Yes", "Yse", EditKind.Transposition)]
    [InlineData("Yes", "No", null)]
    [InlineData("Yes", "Y", null)]
    [InlineData("", "Y", EditKind.Insertion)]
    public void Between_NamesTheSingleEdit(string intended, string written, EditKind? kind) =>
        Assert.Equal(kind, Edit.Between(intended, written)?.Kind);

    [Theory]
    [InlineData("hospital", "hospital", 0)]
    [InlineData("hospital", "hopsital", 1)]
    [InlineData("hospital", "hxspitxl", 2)]
    [InlineData("hospital", "clinic", 4)]
    public void Distance_StopsAtItsLimit(string left, string right, int distance) => Assert.Equal(distance, Edit.Distance(left, right, 3));

    [Fact]
    public void Near_FindsExactlyWhatOneEditSeparates()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 300).Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (char)('a' + random.Next(3)))])).Distinct().ToList();
        var index = new NeighbourIndex();
        foreach (var text in texts) index.Add(text);

        foreach (var text in texts)
        {
            var expected = Enumerable.Range(0, texts.Count).Where(i => Edit.Distance(texts[i], text, 1) == 1);
            Assert.Equal(expected, index.Near(text).Select(static near => near.Number));
        }
    }
}
