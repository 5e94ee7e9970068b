using Assays.Engines.DuckDb;
using Assays.Sql;

namespace Assays.Tests.Engines.DuckDb;

public sealed class CellsParquetTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assay-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WriteAsync_KeepsNumbersAndTellsNoRepairFromMakingMissing()
    {
        var rows = await WriteAsync(Samples.Assessment with { ShowsPersonalValues = true });

        Assert.Equal(8, rows.Count);
        Assert.Equal([5L, "city", "Amterdam", "spelling-variants:city", "spelling-variants", 0.93, "One letter from Amsterdam, which is 412 times as frequent.", "Amsterdam"], rows[0]);
        Assert.Equal([16L, null], [rows[2][0], rows[2][7]]);
        Assert.Equal([41L, ""], [rows[4][0], rows[4][7]]);
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task WriteAsync_KeepsHostileTextsAsData(string text)
    {
        var row = Assert.Single(await WriteAsync(Hostile.Of(text)));

        if (text.All(static c => c != '\0' && !char.IsSurrogate(c))) Assert.Equal([text, text, text], [row[1], row[2], row[6]]);
    }

    [Fact]
    public async Task ReportFile_WritesParquetByExtension()
    {
        var path = Path.Combine(_folder.FullName, "cells.parquet");

        await ReportFile.WriteAsync(new Assays.Reports.CellsReport(), Samples.Assessment, path, TestContext.Current.CancellationToken);

        Assert.Equal("PAR1"u8.ToArray(), (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..4]);
    }

    private async Task<List<object?[]>> WriteAsync(Assays.Reports.Assessment assessment)
    {
        var path = Path.Combine(_folder.FullName, "cells.parquet");
        await using (var stream = File.Create(path))
        {
            await new CellsParquet().WriteAsync(assessment, stream, TestContext.Current.CancellationToken);
        }

        await using var session = await DuckDbSession.OpenAsync(new(1, 100L << 20), TestContext.Current.CancellationToken);
        return await session.QueryAsync(SqlText.Of($"SELECT * FROM read_parquet({path}) ORDER BY 1, 2"), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask();
    }
}
