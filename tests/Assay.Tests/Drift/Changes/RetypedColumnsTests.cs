using Assays.Drift.Changes;

namespace Assays.Tests.Drift.Changes;

public sealed class RetypedColumnsTests
{
    [Fact]
    public void Judge_SaysWhatTheValuesWereAndAre()
    {
        var finding = Assert.Single(new RetypedColumns().Judge(Compared.With("amount", static (value, _) => $"about {value}")));

        Assert.Equal("amount", finding.Columns[0].Name);
        Assert.Contains("was numbers and is text", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new RetypedColumns().Judge(Compared.Twin()));
}
