using Assays.Data;
using static Assays.Tests.Engines.Sources.Workbook;

namespace Assays.Tests.Engines.Sources;

public sealed class ExcelReaderTests
{
    private static readonly string?[] Head = [Text("id"), Text("name"), Text("when")];

    [Fact]
    public async Task ReadAsync_KeepsEachCellAsItIs()
    {
        var table = await Opened.FromAsync(
            Of(Head, [Number("1"), Text("007"), Date("45000")], [Number("1.5"), Truth(true), Date("45001")], [Number("1E-3"), Text(" x "), null]), "a.xlsx");

        Assert.Equal(["id", "name", "when"], table.Names);
        Assert.Equal([["1", "007", "2023-03-15"], ["1.5", "TRUE", "2023-03-16"], ["0.001", " x ", null]], table.Rows);
        Assert.Empty(table.Structure.Faults);
        Assert.Equal("Excel, sheet 'Sheet1'", table.Structure.Format);
    }

    [Fact]
    public async Task ReadAsync_WritesDatesOfAColumnAlike()
    {
        var table = await Opened.FromAsync(Of([Text("id"), Text("at")], [Number("1"), Date("45000")], [Number("2"), Date("45000.5")]), "a.xlsx");

        Assert.Equal(["2023-03-15 00:00:00", "2023-03-15 12:00:00"], table.Rows.Select(static r => r[1]));
    }

    [Fact]
    public async Task ReadAsync_FindsTheTableOnTheSheet()
    {
        var table = await Opened.FromAsync(
            Of([], [null, Text("Sales of March")], [], [null, .. Head], [null, Number("1"), Text("a"), Date("45000")], [], [null, Number("2"), Text("b"), Date("45000")], []), "a.xlsx");

        Assert.Equal(["id", "name", "when"], table.Names);
        Assert.Equal(["1", "2"], table.Rows.Select(static r => r[0]));
        Assert.Equal([0, 2], table.RowNumbers);
        Assert.Equal(StructureFaultKind.BlankLines, Assert.Single(table.Structure.Faults).Kind);
    }

    [Fact]
    public async Task ReadAsync_TellsThatAHeaderIsMissing()
    {
        var table = await Opened.FromAsync(Of([Number("1"), Number("2")], [Number("3"), Number("4")], [Number("5"), Number("6")]), "a.xlsx");

        Assert.Equal(3, table.Rows.Length);
        Assert.Equal(StructureFaultKind.NoHeader, Assert.Single(table.Structure.Faults).Kind);
    }

    [Fact]
    public async Task ReadAsync_GivesTheValueOfMergedCellsToEachRow()
    {
        string?[][] rows = [Head, [Number("1"), Text("a"), Date("45000")], [Number("2"), null, Date("45001")], [Number("3"), null, Date("45002")]];

        var table = await Opened.FromAsync(Of(("S", rows, "visible", "B2:B3")), "a.xlsx");

        Assert.Equal(["a", "a", null], table.Rows.Select(static r => r[1]));
    }

    [Theory]
    [InlineData(null, "first")]
    [InlineData("Second", "second")]
    [InlineData("second", "second")]
    [InlineData("Secret", "secret")]
    public async Task ReadAsync_ReadsTheSheetThatIsAskedFor_ElseTheFirstVisibleOneThatIsFilled(string? asked, string value)
    {
        using var folder = new Folder();
        var path = folder.Write("a.xlsx", Of(
            ("Secret", [[Text("x"), Text("y")], [Text("secret"), Number("1")]], "hidden", ""),
            ("Empty", [], "visible", ""),
            ("First", [[Text("x"), Text("y")], [Text("first"), Number("1")]], "visible", ""),
            ("Second", [[Text("x"), Text("y")], [Text("second"), Number("1")]], "visible", "")));

        var table = await Opened.FromAsync(new Source.Files(path, asked));

        Assert.Equal(value, table.Rows[0][0]);
    }

    [Fact]
    public async Task ReadAsync_RefusesWhatIsNoWorkbook()
    {
        var whole = Of(Head, [Number("1"), Text("a"), Date("45000")]);
        using var folder = new Folder();

        Assert.Contains("Excel", await Opened.RefusalOfAsync(whole[..(whole.Length / 2)], "cut.xlsx"), StringComparison.Ordinal);
        Assert.Contains("Excel", await Opened.RefusalOfAsync("PK\u0003\u0004rubbish", "a.xlsx"), StringComparison.Ordinal);
        Assert.Contains("empty", await Opened.RefusalOfAsync(Of([], []), "a.xlsx"), StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<InputException>(() => Opened.FromAsync(new Source.Files(folder.Write("a.xlsx", whole), "Nowhere")));
        Assert.Contains("Sheet1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_KnowsAWorkbookWithoutItsName() =>
        Assert.Single((await Opened.FromAsync(Of([Text("x"), Text("y")], [Text("a"), Number("1")]), "download")).Rows);

    [Fact]
    public async Task ReadAsync_ReadsAnErrorCellAsMissing() =>
        Assert.Null((await Opened.FromAsync(Of([Text("x"), Text("y")], [Text("a"), Error("#N/A")], [Text("b"), Number("1")]), "a.xlsx")).Rows[0][1]);
}
