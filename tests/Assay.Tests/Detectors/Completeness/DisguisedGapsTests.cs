using Assays.Detectors.Completeness;
using Assays.Findings;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Tests.Detectors.Completeness;

public sealed class DisguisedGapsTests
{
    [Fact]
    public void Judge_ListsTokensAmongNumbers()
    {
        var examination = Examined.Column("ibu", ["12", "N/A", "40", "N/A"]).With("ibu", static column => column with
        {
            Type = ValueType.Integer, Disguised = [new("N/A", 2, 0.99, "It is the usual mark of a missing value.")],
        });

        var finding = Assert.Single(new DisguisedGaps().Judge(examination));

        Assert.Equal([1, 3], finding.Cells.Select(static cell => cell.Row));
        Assert.All(finding.Cells, static cell => Assert.Equal(0.99, cell.Confidence));
    }

    [Fact]
    public void Judge_OnlyNotesAConventionOfAColumnOfWords()
    {
        var examination = Examined.Column("address", ["Main St", "none", "High St", "none"]).With("address", static column => column with
        {
            Type = ValueType.Text, Disguised = [new("none", 2, 0.9, "It is the usual mark of a missing value.")],
        });

        var finding = Assert.Single(new DisguisedGaps().Judge(examination));

        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Empty(finding.Cells);
    }

    [Theory]
    [InlineData("NONE", false)]
    [InlineData("N/A", true)]
    [InlineData("-999", true)]
    [InlineData("0", false)]
    public void Judge_ListsOnlyMarksThatAreNoAnswer(string mark, bool listed)
    {
        var rows = Examined.Rows(200).Select(row => row % 7 == 0 ? mark : $"{row + 20}");
        var examination = Examined.Column("chargers", rows).With("chargers", column => column with
        {
            Type = ValueType.Integer, Missing = 0, Disguised = [new(mark, 29, 0.97, "It stands apart.")],
        });

        var finding = Assert.Single(new DisguisedGaps().Judge(examination));

        Assert.Equal(listed ? 29 : 0, finding.Cells.Length);
        Assert.Equal(listed ? Severity.Warning : Severity.Note, finding.Severity);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Judge_OnlyNotesAMarkOfAKindOfRows(bool ofAKind)
    {
        string[][] rows = [.. Examined.Rows(200).Select(row => new[] { row % 4 == 0 ? "road" : "lake", row % 4 == (ofAKind ? 0 : row / 4 % 4) ? "—" : $"{row}.5" })];
        var examination = Examined.Table(["kind", "depth"], rows).With("depth", static column => column with
        {
            Type = ValueType.Number, Disguised = [new("—", 50, 0.97, "It stands among numbers.")],
        });

        var finding = Assert.Single(new DisguisedGaps().Judge(examination));

        Assert.Equal(ofAKind ? 0 : 50, finding.Cells.Length);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public void Judge_ListsALoneMarkAmongWordsAndTakesARepeatedOneForAHabit(int times, bool listed)
    {
        var codes = Examined.Rows(20).Select(static i => $"{(char)('a' + i)}w");

        var finding = Assert.Single(new DisguisedGaps().Judge(Examined.Column("code", [.. codes, .. Enumerable.Repeat("--", times)])));

        Assert.Equal(listed ? times : 0, finding.Cells.Length);
    }

    [Fact]
    public void Judge_FindsTheZeroThatAFormulaMakesOfAnEmptyCell()
    {
        string[] ships = ["Adonia", "Aida Vita", "Oriana", "Queen Victoria", "Norwegian Spirit", "Balmoral", "Azura"];

        var cell = Assert.Single(Assert.Single(new DisguisedGaps().Judge(Examined.Column("ship", [.. ships, "0"]))).Cells);

        Assert.Equal("0", cell.Value);
    }

    [Fact]
    public void Judge_LeavesAZeroAmongTextsThatBeginWithDigits() =>
        Assert.Empty(new DisguisedGaps().Judge(Examined.Column("terms", ["2 x 1 yr", "1 x 1 yr", "4 x 1 yr", "3 x 2 yr", "5 x 1 yr", "one year", "two years", "0"])));

    [Fact]
    public void Judge_IsSilentWhereNothingIsDisguised() => Assert.Empty(new DisguisedGaps().Judge(Examined.Column("ibu", ["12", "40"])));
}
