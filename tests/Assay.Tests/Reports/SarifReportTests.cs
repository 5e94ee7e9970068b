using System.Runtime.CompilerServices;
using System.Text.Json;
using Assays.Reports;
using NJsonSchema;

namespace Assays.Tests.Reports;

public sealed class SarifReportTests
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(static () => JsonSchema.FromFileAsync(Beside("sarif-subset.schema.json")));

    [Fact]
    public async Task WriteAsync_WritesTheApprovedReport() =>
        Snapshot.Match((await ReportText.OfAsync(new SarifReport(), Samples.Assessment)).Replace(JsonReport.ToolVersion, "0.0.0", StringComparison.Ordinal), "sarif");

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task WriteAsync_KeepsItsShapeWhateverTheTextsSay(string text) => await AssertShapeAsync(Hostile.Of(text));

    [Fact]
    public async Task WriteAsync_KeepsItsShape() => await AssertShapeAsync(Samples.Assessment);

    [Fact]
    public async Task WriteAsync_KeepsToTheLimitsOfCodeHosts()
    {
        var finding = Samples.Assessment.Findings[1];
        var many = finding with { Cells = [.. Enumerable.Range(0, 500).Select(i => finding.Cells[0] with { Row = i })] };

        using var json = JsonDocument.Parse(await ReportText.OfAsync(new SarifReport(), Samples.Assessment with { Findings = [many] }));

        Assert.Equal(100, json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations").GetArrayLength());
    }

    [Fact]
    public async Task WriteAsync_GivesTheLineOfTheFile()
    {
        using var json = JsonDocument.Parse(await ReportText.OfAsync(new SarifReport(), Samples.Assessment));

        var place = json.RootElement.GetProperty("runs")[0].GetProperty("results")[2].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(7, place.GetProperty("region").GetProperty("startLine").GetInt64());
        Assert.Equal("samples/orders.csv", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task WriteAsync_GivesTheLinesOfRowsThatAreWrongAsAWhole()
    {
        var copies = Samples.Assessment.Findings[1] with { Columns = [], Cells = [], WholeRows = [4, 9] };

        using var json = JsonDocument.Parse(await ReportText.OfAsync(new SarifReport(), Samples.Assessment with { Findings = [copies] }));

        var places = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations").EnumerateArray();
        Assert.Equal([6, 11], places.Select(static place => place.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt64()));
    }

    /// <summary>Where rows are no lines of a file, their numbers tell them apart.</summary>
    [Fact]
    public async Task WriteAsync_NamesRowsThatAreWrongAsAWhole_InSourcesWithoutLines()
    {
        var copies = Samples.Assessment.Findings[1] with { Columns = [], Cells = [], WholeRows = [4, 9] };
        var unequal = copies with { Columns = [Samples.Assessment.Schema.Columns[0]] };
        var assessment = Samples.Assessment with { Findings = [copies, unequal], Structure = Samples.Assessment.Structure with { FirstRecordLine = null } };

        using var json = JsonDocument.Parse(await ReportText.OfAsync(new SarifReport(), assessment));

        string[] Told(int finding, string property) => [.. json.RootElement.GetProperty("runs")[0].GetProperty("results")[finding].GetProperty("locations").EnumerateArray()
            .Select(place => place.GetProperty("logicalLocations")[0].GetProperty(property).GetString()!)];
        Assert.Equal(["row 4", "row 9"], Told(0, "name"));
        Assert.Equal([$"row 4, {unequal.Columns[0].Label}", $"row 9, {unequal.Columns[0].Label}"], Told(1, "fullyQualifiedName"));
        await AssertShapeAsync(assessment);
    }

    [Theory]
    [InlineData("data/a b.csv", "data/a%20b.csv")]
    [InlineData("./x.csv", "x.csv")]
    [InlineData("/data/x.csv", "file:///data/x.csv")]
    [InlineData("shop.db::orders", "shop.db")]
    [InlineData("https://example.com/a.csv?x=1", "https://example.com/a.csv?x=1")]
    public void Address_IsAReferenceThatACodeHostResolves(string source, string address) => Assert.Equal(address, SarifReport.Address(source));

    private static async Task AssertShapeAsync(Assessment assessment)
    {
        var sarif = await ReportText.OfAsync(new SarifReport(), assessment);

        Assert.Empty((await Schema.Value).Validate(sarif).Select(static error => error.ToString()));
    }

    private static string Beside(string name, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, name);
}
