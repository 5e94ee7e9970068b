using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class UnseenNumbersTests
{
    [Fact]
    public void Judge_FindsNumbersFarOutAndTheirCells()
    {
        var finding = Assert.Single(new UnseenNumbers().Judge(Compared.With("amount", static (value, row) => row % 40 == 0 ? "-999" : value)));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(Compared.Count / 40, finding.Cells.Count(static cell => cell.Value == "-999"));
        Assert.InRange(finding.Cells.Length, Compared.Count / 40, Compared.Count / 40 + 1);
    }

    [Fact]
    public void Judge_NotesASingleOne() =>
        Assert.Equal(Severity.Note, Assert.Single(new UnseenNumbers().Judge(Compared.With("amount", static (value, row) => row == 3 ? "4000" : value))).Severity);

    [Fact]
    public void Judge_KnowsThatAFewBeyondABoundAreNoChance() =>
        Assert.Equal(Severity.Warning, Assert.Single(new UnseenNumbers().Judge(Compared.Columns(
            "rating", Enumerable.Range(0, 500).Select(static i => $"{i * 37 % 101}"), Enumerable.Range(0, 500).Select(static i => i < 4 ? "501" : $"{i * 41 % 101}")))).Severity);

    [Fact]
    public void Judge_ExpectsMoreOfALongTail() =>
        Assert.DoesNotContain(
            new UnseenNumbers().Judge(Compared.Columns(
                "toll", Enumerable.Range(0, 500).Select(static i => i % 20 == 0 ? "6.12" : "0"), Enumerable.Range(0, 500).Select(static i => i < 4 ? "18.9" : i % 20 == 0 ? "6.12" : "0"))),
            static finding => finding.Severity > Severity.Note);

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new UnseenNumbers().Judge(Compared.Twin()));
}
