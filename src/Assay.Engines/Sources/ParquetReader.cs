using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Engines.Sources.Csv;
using Assays.Sql;

namespace Assays.Engines.Sources;

/// <summary>Reads Parquet where it lies: nothing is loaded, and each query reads only the columns it needs.</summary>
internal sealed class ParquetReader : SourceReader
{
    public override string Format => "Parquet";

    public override ImmutableArray<string> Extensions { get; } = [".parquet", ".pq", ".parq"];

    public override bool Knows(SourceFile file) => file.BeginsWith("PAR1"u8) || Extensions.Contains(file.Extension);

    public override async Task<Reading> ReadAsync(
        DuckDbSession session, ImmutableArray<SourceFile> files, string? table, CancellationToken cancellationToken = default)
    {
        RefuseTable(files[0], table);
        var path = CsvTextLoad.Literal(files[0].Path);
        var names = new List<string>();
        await foreach (var row in session.QueryAsync(SqlText.Of($"DESCRIBE SELECT * FROM read_parquet({path})"), cancellationToken))
        {
            names.Add((string)row[0]!);
        }

        var columns = FieldNames.Of(names);
        var selected = SqlText.Join(", ", columns.Select(static c => SqlText.Of($"{SqlText.Name(c.Name)} AS {SqlText.Name(c.Field)}")));
        await session.ExecuteAsync(
            SqlText.Of($"CREATE VIEW {SqlText.Name(Relation)} AS SELECT {selected}, file_row_number AS rowid FROM read_parquet({path}, file_row_number = true)"),
            cancellationToken);
        return new(columns, new(Format) { Bytes = files.Sum(static f => f.Bytes) });
    }
}
