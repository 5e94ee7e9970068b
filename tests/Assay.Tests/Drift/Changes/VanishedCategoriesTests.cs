using Assays.Drift.Changes;

namespace Assays.Tests.Drift.Changes;

public sealed class VanishedCategoriesTests
{
    [Fact]
    public void Judge_NamesTheValueThatNoLongerOccurs()
    {
        var finding = Assert.Single(new VanishedCategories().Judge(Compared.With("city", static (value, _) => value == "Jena" ? "Kiel" : value)));

        Assert.Contains("Jena", finding.Explanation, StringComparison.Ordinal);
        Assert.Equal("city", finding.Columns[0].Name);
    }

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new VanishedCategories().Judge(Compared.Twin()));
}
