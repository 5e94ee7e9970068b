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
        DuckDbSession session, SourceFile file, string? table, CancellationToken cancellationToken = default)
    {
        RefuseTable(file, table);
        var path = CsvTextLoad.Literal(file.Path);
        var names = new List<string>();
        await foreach (var row in session.QueryAsync(SqlText.Of($"DESCRIBE SELECT * FROM read_parquet({path})"), cancellationToken))
        {
            names.Add((string)row[0]!);
        }

        // By position: a name may be anything, and several may differ by their case only.
        var columns = FieldNames.Of(names);
        var number = SqlText.Name("rowid");
        var fields = SqlText.Join(", ", columns.Select(static c => SqlText.Name(c.Field)));
        await session.ExecuteAsync(
            SqlText.Of($"""
                CREATE VIEW {SqlText.Name(Relation)} AS SELECT {fields}, {number}
                FROM read_parquet({path}, file_row_number = true) AS t({fields}, {number})
                """),
            cancellationToken);
        session.ReadsFrom = file.Name;
        return new(columns, new(Format) { Bytes = file.Bytes });
    }
}
