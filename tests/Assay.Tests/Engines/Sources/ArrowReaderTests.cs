using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Assays.Data;
using Field = Apache.Arrow.Field;
using Schema = Apache.Arrow.Schema;

namespace Assays.Tests.Engines.Sources;

public sealed class ArrowReaderTests
{
    [Theory]
    [InlineData(true, null)]
    [InlineData(true, CompressionCodecType.Lz4Frame)]
    [InlineData(true, CompressionCodecType.Zstd)]
    [InlineData(false, null)]
    [InlineData(false, CompressionCodecType.Zstd)]
    public async Task ReadAsync_ReadsFilesAndStreamsWithTheirTypes(bool asFile, CompressionCodecType? codec)
    {
        var table = await Opened.FromAsync(await WriteAsync(Batch(), asFile, codec), "data");

        Assert.Equal(["id", "x", "ok", "name", "day", "at", "kind", "tags"], table.Names);
        Assert.Equal(
            [
                ["1", "0.5", "true", "a,b", "2024-02-29", "2024-02-29 12:30:00", "red", "[1,2]"],
                ["2", null, "false", null, "1970-01-01", null, "blue", "[]"],
                ["3", "inf", null, "\"", null, "2024-02-29 12:30:00", "red", "[3]"],
            ],
            table.Rows);
        Assert.Equal(
            [ColumnKind.Integer, ColumnKind.Number, ColumnKind.Boolean, ColumnKind.Text, ColumnKind.Date, ColumnKind.Timestamp, ColumnKind.Text, ColumnKind.Text],
            table.Schema.Columns.Select(static c => c.Kind));
        Assert.Equal(asFile ? "Arrow file" : "Arrow stream", table.Structure.Format);
    }

    [Fact]
    public async Task ReadAsync_PutsBatchesBehindEachOther()
    {
        var one = Batch();
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, one.Schema, leaveOpen: true))
        {
            await writer.WriteRecordBatchAsync(one, TestContext.Current.CancellationToken);
            await writer.WriteRecordBatchAsync(one, TestContext.Current.CancellationToken);
            await writer.WriteEndAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["1", "2", "3", "1", "2", "3"], (await Opened.FromAsync(stream.ToArray(), "a.arrows")).Rows.Select(static r => r[0]));
    }

    [Fact]
    public async Task ReadAsync_RefusesWhatIsCutOrOld()
    {
        var whole = await WriteAsync(Batch(), asFile: true, null);

        Assert.Contains("Arrow", await Opened.RefusalOfAsync(whole[..(whole.Length / 2)], "a.arrow"), StringComparison.Ordinal);
        Assert.Contains("version 1", await Opened.RefusalOfAsync("FEA1xxxxxxxxxxxx", "a.feather"), StringComparison.Ordinal);
        Assert.Contains("Arrow", await Opened.RefusalOfAsync("rubbish", "a.arrow"), StringComparison.Ordinal);
    }

    private static RecordBatch Batch()
    {
        var at = new DateTimeOffset(2024, 2, 29, 12, 30, 0, TimeSpan.Zero);
        var kinds = new DictionaryArray(
            new DictionaryType(Int8Type.Default, StringType.Default, false), new Int8Array.Builder().AppendRange([1, 0, 1]).Build(),
            new StringArray.Builder().AppendRange(["blue", "red"]).Build());
        var tags = new ListArray.Builder(Int32Type.Default);
        var items = (Int32Array.Builder)tags.ValueBuilder;
        tags.Append();
        items.AppendRange([1, 2]);
        tags.Append();
        tags.Append();
        items.Append(3);
        var builder = new TimestampArray.Builder(new TimestampType(TimeUnit.Microsecond, "UTC")).Append(at).AppendNull().Append(at);
        (string, IArrowArray)[] columns =
        [
            ("id", new Int64Array.Builder().AppendRange([1, 2, 3]).Build()),
            ("x", new DoubleArray.Builder().Append(0.5).AppendNull().Append(double.PositiveInfinity).Build()),
            ("ok", new BooleanArray.Builder().Append(true).Append(false).AppendNull().Build()),
            ("name", new StringArray.Builder().Append("a,b").AppendNull().Append("\"").Build()),
            ("day", new Date32Array.Builder().Append(at).Append(DateTimeOffset.UnixEpoch).AppendNull().Build()),
            ("at", builder.Build()),
            ("kind", kinds),
            ("tags", tags.Build()),
        ];
        return new(new Schema([.. columns.Select(static c => new Field(c.Item1, c.Item2.Data.DataType, true))], null), columns.Select(static c => c.Item2), 3);
    }

    private static async Task<byte[]> WriteAsync(RecordBatch batch, bool asFile, CompressionCodecType? codec)
    {
        using var stream = new MemoryStream();
        var options = new IpcOptions { CompressionCodec = codec, CompressionCodecFactory = new CompressionCodecFactory() };
        using (var writer = asFile ? new ArrowFileWriter(stream, batch.Schema, true, options) : new ArrowStreamWriter(stream, batch.Schema, true, options))
        {
            await writer.WriteRecordBatchAsync(batch, TestContext.Current.CancellationToken);
            await writer.WriteEndAsync(TestContext.Current.CancellationToken);
        }

        return stream.ToArray();
    }
}
