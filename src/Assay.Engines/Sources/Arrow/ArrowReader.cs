using System.Collections.Immutable;
using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Assays.Data;
using Assays.Engines.DuckDb;

namespace Assays.Engines.Sources.Arrow;

/// <summary>Reads Arrow's interprocess format as a file (which is Feather version 2 too) or as a stream, batch by batch, with the types that it declares.</summary>
internal sealed class ArrowReader : SourceReader
{
    public override string Format => "Arrow";

    public override ImmutableArray<string> Extensions { get; } = [".arrow", ".arrows", ".ipc", ".feather"];

    public override bool Knows(SourceFile file) =>
        file.BeginsWith("ARROW1"u8) || file.BeginsWith("FEA1"u8) || file.BeginsWith([0xFF, 0xFF, 0xFF, 0xFF]) || Extensions.Contains(file.Extension);

    public override Task<Reading> ReadAsync(
        DuckDbSession session, SourceFile file, string? table, CancellationToken cancellationToken = default)
    {
        RefuseTable(file, table);
        if (file.BeginsWith("FEA1"u8)) throw new InputException($"'{file.Name}' is Feather version 1, which is not read; write it anew as Feather version 2.");
        return DamagedFile.GuardAsync(file, Format, async () =>
        {
            await using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var codecs = new CompressionCodecFactory();
            var isFile = file.BeginsWith("ARROW1"u8);
            using var reader = isFile ? new ArrowFileReader(stream, codecs) : new ArrowStreamReader(stream, codecs);
            var schema = await reader.GetSchema(cancellationToken)
                ?? throw new InputException($"'{file.Name}' declares no columns; there is nothing to assess.");
            var fields = schema.FieldsList;
            if (fields.Count == 0) throw new InputException($"'{file.Name}' declares no columns; there is nothing to assess.");

            var columns = fields.Select(static f => ArrowColumn.Of(f.DataType, f.Name)).ToArray();
            using var staging = new RowStaging(session);
            while (await reader.ReadNextRecordBatchAsync(cancellationToken) is { } batch)
            {
                using (batch) Copy(batch, columns, staging, cancellationToken);
            }

            return await staging.LoadAsync(
                session, FieldNames.Of([.. fields.Select(static f => f.Name ?? "")]), [.. columns.Select(static c => c.SqlType)],
                new(isFile ? "Arrow file" : "Arrow stream") { Bytes = file.Bytes }, cancellationToken);
        });
    }

    private static void Copy(RecordBatch batch, ArrowColumn[] columns, RowStaging staging, CancellationToken cancellationToken)
    {
        var arrays = columns.Select((_, i) => batch.Column(i)).ToArray();
        foreach (var array in arrays)
        {
            ArrowBounds.Check(array.Data);
            if (array.Length < batch.Length) throw new InvalidDataException("A column is shorter than its batch.");
        }

        for (var row = 0; row < batch.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            staging.Begin();
            for (var i = 0; i < columns.Length; i++) staging.Add(columns[i].Text(arrays[i], row));
            staging.End();
        }
    }
}
