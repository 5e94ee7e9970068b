using System.IO.Compression;
using System.Text;
using Assays.Data;

namespace Assays.Tests.Engines.Sources;

public sealed class SourceFolderTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_PutsFilesBehindEachOther_AndNumbersTheirRecordsOn()
    {
        _folder.Write("a.csv", "id,x\n1,a\n2,b\n");
        _folder.Write("b.csv", "x,id\nc,3\n");

        var table = await Opened.FromAsync(new Source.Files(_folder.Path));

        Assert.Equal([["1", "a"], ["2", "b"], ["3", "c"]], table.Rows);
        Assert.Equal([0, 1, 2], table.RowNumbers);
        Assert.Empty(table.Structure.Faults);
    }

    [Fact]
    public async Task ReadAsync_TellsWhichColumnsDriftAndWhere()
    {
        _folder.Write("1.csv", "id,x\n1,a\n");
        _folder.Write("2.csv", "id,x\n2,b\n");
        _folder.Write("3.csv", "id,y\n3,c\n4,d\n");

        var table = await Opened.FromAsync(new Source.Files(Path.Combine(_folder.Path, "*.csv")));

        Assert.Equal(["id", "x", "y"], table.Names);
        Assert.Equal(["3", null, "c"], table.Rows[2]);
        var fault = Assert.Single(table.Structure.Faults);
        Assert.Equal((StructureFaultKind.DifferingFiles, 2), (fault.Kind, fault.Count));
        Assert.Equal([2], fault.Rows);
        Assert.Contains("'x' is not in", fault.Detail, StringComparison.Ordinal);
        Assert.Contains("'y' is only in", fault.Detail, StringComparison.Ordinal);
        Assert.Contains("3.csv", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_CountsGapsAndMovesTheFaultsOfEachFile()
    {
        _folder.Write("1.csv", "a,b\n1,2\n\n3,4\n");
        _folder.Write("2.csv", "a,b\n5,6\n7\n");

        var table = await Opened.FromAsync(new Source.Files(_folder.Path));

        Assert.Equal([0, 2, 3, 4], table.RowNumbers);
        Assert.Equal([4], table.Structure.Faults.Single(f => f.Kind == StructureFaultKind.MissingFields).Rows);
    }

    [Fact]
    public async Task ReadAsync_MakesColumnsOfFolderNames()
    {
        _folder.Write("year=2024/month=01/part.csv", "id\n1\n");
        _folder.Write("year=2024/month=02/part.csv", "id\n2\n");
        _folder.Write("year=__HIVE_DEFAULT_PARTITION__/month=02/part.csv", "id\n3\n");

        var table = await Opened.FromAsync(new Source.Files(_folder.Path));

        Assert.Equal(["id", "year", "month"], table.Names);
        Assert.Equal([["1", "2024", "01"], ["2", "2024", "02"], ["3", null, "02"]], table.Rows);
    }

    [Fact]
    public async Task ReadAsync_TellsAnEmptyFileAmongOthers()
    {
        _folder.Write("1.csv", "id\n1\n");
        _folder.Write("2.csv", "");

        var table = await Opened.FromAsync(new Source.Files(_folder.Path));

        Assert.Contains("1 file is empty", Assert.Single(table.Structure.Faults).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_UnpacksEach_AndNamesHeaderFaultsOfEach()
    {
        _folder.Write("1.csv.gz", Gzip("id,,id\n1,2,3\n"));
        _folder.Write("2.csv", "id,,id\n4,5,6\n");

        var table = await Opened.FromAsync(new Source.Files(_folder.Path));

        Assert.Equal([["1", "2", "3"], ["4", "5", "6"]], table.Rows);
        Assert.Equal([(StructureFaultKind.BlankHeader, 1), (StructureFaultKind.DuplicateHeader, 2)], table.Structure.Faults.Select(f => (f.Kind, f.Column!.Ordinal)));
    }

    [Fact]
    public async Task ReadAsync_RefusesFilesOfSeveralFormats()
    {
        _folder.Write("1.csv", "id\n1\n");
        _folder.Write("2.json", "[{\"id\":1}]");

        var error = await Assert.ThrowsAsync<InputException>(() => Opened.FromAsync(new Source.Files(_folder.Path)));

        Assert.Contains("glob", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress)) stream.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
