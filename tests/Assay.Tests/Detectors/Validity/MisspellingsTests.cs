using Assays.Detectors.Validity;
using Assays.Findings;

namespace Assays.Tests.Detectors.Validity;

public sealed class MisspellingsTests
{
    private static readonly int[] _slips = [20, 50, 98, 110, 130, 131, 170];

    [Fact]
    public void Judge_FindsASlipAndProposesWhatWasMeant()
    {
        var values = Enumerable.Repeat("birmingham", 24).Concat(Enumerable.Repeat("montgomery", 9)).Append("birminghxm");

        var finding = Assert.Single(new Misspellings().Judge(Examined.Column("city", values)));

        var cell = Assert.Single(finding.Cells);
        Assert.Equal((33L, "birmingham"), (cell.Row, cell.Repair?.Value));
        Assert.Equal("'birminghxm': one letter from 'birmingham', which 24 other rows have.", cell.Reason);
    }

    [Fact]
    public void Judge_IsSilentOnTrueValues()
    {
        var values = Enumerable.Repeat("birmingham", 24).Concat(Enumerable.Repeat("montgomery", 9)).Append("mobile");

        Assert.Empty(new Misspellings().Judge(Examined.Column("city", values)));
    }

    [Fact]
    public void Judge_IsSilentOnWhatAListOfCodesHas()
    {
        string[] codes = [.. Enumerable.Repeat("eng", 60), .. Enumerable.Repeat("jpn", 9), .. Enumerable.Repeat("fre", 9), .. Enumerable.Repeat("pol", 9)];
        string[] Called(string rare) => [.. new Misspellings().Judge(Examined.Column("language", codes.Append(rare))).SelectMany(static f => f.Cells).Select(static c => c.Value!)];

        Assert.Empty(Called("en"));
        Assert.Equal(["exg"], Called("exg"));
    }

    [Fact]
    public void Judge_ProposesNothingWhereTwoValuesAreAsNear()
    {
        var values = Enumerable.Repeat("A10024", 24).Concat(Enumerable.Repeat("A10034", 22)).Concat(Enumerable.Repeat("A77000", 25)).Append("A100x4");

        var cell = Assert.Single(Assert.Single(new Misspellings().Judge(Examined.Column("provider", values))).Cells);

        Assert.Equal("A100x4", cell.Value);
        Assert.Null(cell.Repair);
    }

    [Fact]
    public void Judge_FindsSlipsInAShortCodeByWhatElseStandsInTheSameCity()
    {
        var rows = Hospitals(static city => city == 7 ? "ak" : "al");
        foreach (var row in _slips) rows[row][1] = "xl";

        var cells = Codes(rows);

        Assert.Equal(_slips.Select(static row => ((long)row, (string?)"al")), cells.Select(static c => (c.Row, c.Repair?.Value)));
        Assert.Equal("'xl': one letter from 'al', which 65 other rows with the same city have; no city has 'xl' throughout.", cells[0].Reason);
    }

    [Fact]
    public void Judge_IsSilentOnShortCodesWhereNothingShowsThatTheyAreTheCitys()
    {
        var alike = Hospitals(static _ => "pm");
        foreach (var row in _slips) alike[row][1] = "am";
        var mixed = Hospitals(static city => city == 7 ? "am" : "pm");
        foreach (var row in _slips) mixed[row][1] = "am";

        Assert.Empty(Codes(alike));
        Assert.Empty(Codes(mixed));
    }

    private static List<SuspectCell> Codes(string[][] rows) => [.. new Misspellings().Judge(Examined.Table(["city", "code"], rows)).SelectMany(static f => f.Cells)];

    /// <summary>Twenty cities with twelve rows each.</summary>
    private static string[][] Hospitals(Func<int, string> codeOf) => [.. Enumerable.Range(0, 240).Select(row => new[] { $"city {row / 12}", codeOf(row / 12) })];
}
