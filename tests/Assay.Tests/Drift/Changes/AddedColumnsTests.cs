using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class AddedColumnsTests
{
    [Fact]
    public void Judge_NamesTheColumnThatIsNew()
    {
        var finding = Assert.Single(new AddedColumns().Judge(Compared.With(static row => [.. row, "x"], [.. Compared.Names, "channel"])));

        Assert.Equal("channel", finding.Columns[0].Name);
        Assert.Equal(Severity.Note, finding.Severity);
    }

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new AddedColumns().Judge(Compared.Twin()));
}
