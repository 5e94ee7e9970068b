using Assays.Data;

namespace Assays.Tests.Engines.Sources.Json;

public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("""[{"id": 1, "name": "a"}, {"id": 2.0, "name": null}]""", "data.json")]
    [InlineData("{\"id\": 1, \"name\": \"a\"}\n{\"id\": 2.0}\n", "data.ndjson")]
    [InlineData("{\"id\": 1,\n \"name\": \"a\"}\n{\n\"id\": 2.0}\n", "data.json")]
    [InlineData("""{"meta": {"n": 2}, "items": [{"id": 1, "name": "a"}, {"id": 2.0}]}""", "data.json")]
    [InlineData("\uFEFF[\n{\"id\": 1, \"name\": \"a\"},\n{\"id\": 2.0}\n]\n", "data.unknown")]
    public async Task ReadAsync_FindsTheRecords(string text, string name)
    {
        var table = await Opened.FromAsync(text, name);

        Assert.Equal(["id", "name"], table.Names);
        Assert.Equal([["1", "a"], ["2.0", null]], table.Rows);
    }

    [Fact]
    public async Task ReadAsync_FlattensObjectsAndKeepsArrays()
    {
        var table = await Opened.FromAsync("""[{"a": {"b": {"c": 1}, "d": [1, {"e": 2}]}, "f": true, "g": {}}, {"h": "late"}]""", "data.json");

        Assert.Equal(["a.b.c", "a.d", "f", "h"], table.Names);
        Assert.Equal([["1", """[1, {"e": 2}]""", "true", null], [null, null, null, "late"]], table.Rows);
    }

    [Fact]
    public async Task ReadAsync_ReadsAMemberThatIsAskedFor()
    {
        using var folder = new Folder();
        var path = folder.Write("data.json", """{"a": [{"x": 1}], "b": {"c": [{"y": 2}, {"y": 3}]}}""");

        var table = await Opened.FromAsync(new Source.Files(path, "b.c"));

        Assert.Equal([["2"], ["3"]], table.Rows);
    }

    [Fact]
    public async Task ReadAsync_TellsLinesThatAreNoJson()
    {
        var table = await Opened.FromAsync("{\"a\": 1}\n{\"a\": \n{\"a\": 3}\n", "data.ndjson");

        Assert.Equal([0, 2], table.RowNumbers);
        var fault = Assert.Single(table.Structure.Faults);
        Assert.Equal((StructureFaultKind.UnreadableRecord, 1L), (fault.Kind, Assert.Single(fault.Rows)));
    }

    [Theory]
    [InlineData("""[{"a": 1}, {"a": """)]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("   ")]
    public async Task ReadAsync_RefusesWhatIsNoTable(string text) =>
        Assert.Contains("data.json", await Opened.RefusalOfAsync(text, "data.json"), StringComparison.Ordinal);
}
