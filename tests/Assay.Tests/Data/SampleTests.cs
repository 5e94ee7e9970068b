using Assays.Data;

namespace Assays.Tests.Data;

public sealed class SampleTests
{
    [Fact]
    public void With_PutsSoughtRowsInTheirPlaces()
    {
        var whole = Drawn(["a", "b", null, "c"], [10, 20, 30, 40]).With(Drawn(["x", "b", null], [5, 20, 35]));

        Assert.Equal([5, 10, 20, 30, 35, 40], whole.RowNumbers.ToArray());
        Assert.Equal(["x", "a", "b", null, null, "c"], Enumerable.Range(0, whole.Rows).Select(row => whole.Columns[0][row]));
        Assert.Equal([5, 35], whole.Sought.Order());
        Assert.False(whole.IsComplete);
    }

    [Fact]
    public void With_PutsThemLastWherePlacesAreNotKnown()
    {
        var drawn = new Sample(Drawn(["a", "b"], [7, 3]).Schema, Drawn(["a", "b"], [7, 3]).Columns, [7, 3], 100, 0) { KeepsCopies = true };

        Assert.Equal([7, 3, 1], drawn.With(Drawn(["x"], [1])).RowNumbers.ToArray());
    }

    [Fact]
    public void With_NothingNew_IsTheSame()
    {
        var drawn = Drawn(["a", "b"], [1, 2]);

        Assert.Same(drawn, drawn.With(Drawn(["b"], [2])));
    }

    private static Sample Drawn(string?[] values, long[] numbers)
    {
        var column = new Column(0, "city");
        return new(new([column]), [SampledColumn.Encode(column, values)], numbers, 100, 0);
    }
}
