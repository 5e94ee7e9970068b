using Assays.Detectors.Validity;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Tests.Detectors.Validity;

public sealed class StrayWhitespaceTests
{
    [Theory]
    [InlineData(" Bonn", "Bonn")]
    [InlineData("Bonn\t", "Bonn")]
    [InlineData("Bad  Honnef", "Bad Honnef")]
    [InlineData("Bad\u00A0Honnef", "Bad Honnef")]
    public void Judge_FindsStraySpaceAndMendsIt(string value, string mended)
    {
        var finding = Assert.Single(new StrayWhitespace().Judge(Examined.Column("city", ["Köln", "Ulm", value, "Jena"])));

        var cell = Assert.Single(finding.Cells);
        Assert.Equal(2, cell.Row);
        Assert.Equal(mended, cell.Repair!.Value.Value);
    }

    [Theory]
    [InlineData("Bad Honnef", true)]
    [InlineData("Jena", false)]
    public void Judge_CallsADoubledSpaceWrongOnlyWhereItPartsAValueFromItsLike(string other, bool likely)
    {
        var finding = Assert.Single(new StrayWhitespace().Judge(Examined.Column("city", ["Köln", "Ulm", "Bad  Honnef", other])));

        Assert.Equal(likely, Assert.Single(finding.Cells).IsLikely);
    }

    [Fact]
    public void Judge_IsSilentOnTidyValues() => Assert.Empty(new StrayWhitespace().Judge(Examined.Column("city", ["Köln", "Bad Honnef", null])));

    [Fact]
    public void Judge_LetsProseHaveItsDoubleSpaces()
    {
        var examination = Examined.Column("note", ["It rained.  We left.", "Fine."]).With("note", static column => column with { Semantic = SemanticType.FreeText });

        Assert.Empty(new StrayWhitespace().Judge(examination));
    }

    [Fact]
    public void Judge_OnlyNotesAColumnOfFixedWidth()
    {
        var finding = Assert.Single(new StrayWhitespace().Judge(Examined.Column("city", ["Köln ", "Ulm  ", "Jena ", "Aachen"])));

        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Empty(finding.Cells);
    }
}
