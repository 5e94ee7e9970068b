using System.Xml.Linq;
using Assays.Reports;
using CsCheck;

namespace Assays.Tests.Reports;

public sealed class JUnitReportTests
{
    [Fact]
    public async Task WriteAsync_WritesTheApprovedReport() => Snapshot.Match(await ReportText.OfAsync(new JUnitReport(), Samples.Assessment), "xml");

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task WriteAsync_StaysXmlWhateverTheTextsSay(string text) => await AssertSoundAsync(text);

    [Fact]
    public async Task WriteAsync_StaysXmlForAnyText() => await Gen.String[Gen.Char, 0, 30].SampleAsync(AssertSoundAsync, iter: 100, threads: 1);

    [Fact]
    public async Task WriteAsync_CountsWhatItHolds()
    {
        var suite = XDocument.Parse(await ReportText.OfAsync(new JUnitReport(), Samples.Assessment)).Root!.Element("testsuite")!;

        Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count());
        Assert.Equal((int)suite.Attribute("failures")!, suite.Descendants("failure").Count());
        Assert.Equal((int)suite.Attribute("skipped")!, suite.Descendants("skipped").Count());
        Assert.Equal((int)suite.Attribute("errors")!, suite.Descendants("error").Count());
    }

    private static async Task AssertSoundAsync(string text)
    {
        var document = XDocument.Parse(await ReportText.OfAsync(new JUnitReport(), Hostile.Of(text)));

        Assert.Equal("failure", document.Root!.Element("testsuite")!.Element("testcase")!.Elements().First().Name.LocalName);
    }
}
