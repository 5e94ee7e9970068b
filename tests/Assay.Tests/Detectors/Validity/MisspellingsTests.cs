using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class MisspellingsTests
{
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
}
