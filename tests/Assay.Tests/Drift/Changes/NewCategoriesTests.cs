using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class NewCategoriesTests
{
    [Fact]
    public void Judge_NamesTheValueAndItsCells()
    {
        var finding = Assert.Single(new NewCategories().Judge(Compared.With("city", static (value, row) => row % 20 == 0 ? "Mainz" : value)));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(Compared.Count / 20, finding.Cells.Length);
        Assert.All(finding.Cells, static cell => Assert.Equal("Mainz", cell.Value));
    }

    [Fact]
    public void Judge_NotesASingleStranger() =>
        Assert.Equal(Severity.Note, Assert.Single(new NewCategories().Judge(Compared.With("city", static (value, row) => row == 7 ? "Mainz" : value))).Severity);

    [Fact]
    public void Judge_KnowsAValueWrittenInAnotherWay() =>
        Assert.Equal(
            "Known categories written differently",
            Assert.Single(new NewCategories().Judge(Compared.With("city", static (value, row) => row % 4 == 0 ? value!.ToUpperInvariant() : value))).Title);

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new NewCategories().Judge(Compared.Twin()));
}
