using Assays.Engines.DuckDb;
using Assays.Sql;

namespace Assays.Engines.Sources.Csv;

/// <summary>
/// Loads clean CSV text with the engine's parallel reader: into the engine's memory while it surely fits, else into a columnar file beside it,
/// so that memory does not grow with the table.
/// </summary>
internal static class CsvTextLoad
{
    /// <summary>The share of the engine's memory that a table may take; queries need the rest.</summary>
    private const double TableShare = 0.6;

    private const long BlockBytes = 140_000;

    private const int UsualLongestLine = 2_000_000;

    /// <summary>Longest lines that a buffer of the reader holds. Rows of a buffer wait in memory until their turn comes, so it is small.</summary>
    private const int LinesBuffered = 4;

    /// <summary>The most for a file of wide rows: what waits takes the memory of whole vectors of 2,048 rows, and small buffers would fill none.</summary>
    private const int MostLinesBuffered = 16;

    /// <summary>Rows of a file that are written together: threads that write large groups wait for each other.</summary>
    private const int MostRowsTogether = 16_384;

    /// <summary>A text beyond which its file is compressed: below, the disk's room is worth less than the time.</summary>
    private const long MostUncompressed = 1L << 30;

    /// <summary>Makes the relation.</summary>
    /// <exception cref="DuckDB.NET.Data.DuckDBException">The engine refuses the text.</exception>
    public static async Task LoadAsync(DuckDbSession session, CsvText text, CancellationToken cancellationToken)
    {
        var relation = SqlText.Name(SourceReader.Relation);
        // The engine keeps some four bytes a value beside the text itself, and each thread opens a block for each column.
        var size = text.Bytes + 4 * text.Lines * text.Columns.Length + BlockBytes * text.Columns.Length * session.Options.Threads;
        if (size <= TableShare * session.Options.MemoryInBytes)
        {
            await session.ExecuteAsync(SqlText.Of($"CREATE OR REPLACE TABLE {relation} AS {Select(text, LinesBuffered)}"), cancellationToken);
            return;
        }

        var parts = new List<SqlText>();
        foreach (var fields in text.Columns.Select(static c => SqlText.Name(c.Field)).Chunk(ColumnsAtOnce(session)))
        {
            var path = session.NewFile(".parquet");
            var first = parts.Count == 0;
            var kept = first && text.HasGaps ? fields.Prepend(SqlText.Name("rowid")) : fields;
            await session.ExecuteAsync(
                SqlText.Of($"COPY (SELECT {SqlText.Join(", ", kept)} FROM ({Select(text, LinesForFile(text))})) TO {path} (FORMAT parquet, COMPRESSION {Compression(text)}, ROW_GROUP_SIZE {RowGroup(session, text)})"),
                cancellationToken);
            parts.Add(first && !text.HasGaps
                ? SqlText.Of($"(SELECT * EXCLUDE (file_row_number), file_row_number AS rowid FROM read_parquet({path}, file_row_number = true))")
                : SqlText.Of($"(SELECT * FROM read_parquet({path}))"));
        }

        await session.ExecuteAsync(SqlText.Of($"CREATE OR REPLACE VIEW {relation} AS SELECT * FROM {Beside(parts)}"), cancellationToken);
    }

    /// <summary>
    /// Files beside each other, halved again and again: every join holds the columns of all below it, so a chain of joins takes memory with
    /// the square of the number of files.
    /// </summary>
    private static SqlText Beside(List<SqlText> parts) => parts.Count == 1
        ? parts[0]
        : SqlText.Of($"({Beside(parts[..(parts.Count / 2)])} POSITIONAL JOIN {Beside(parts[(parts.Count / 2)..])})");

    /// <summary>
    /// Columns that are written together: the engine holds some eight blocks of 2,048 rows for each thread, whatever its limit, so a wide
    /// table is written in several files that stand beside each other.
    /// </summary>
    private static int ColumnsAtOnce(DuckDbSession session) =>
        (int)Math.Max(50, session.Options.MemoryInBytes / 1_000_000 / session.Options.Threads);

    /// <summary>Rows that are written together: fewer where they are wide, because they wait in memory.</summary>
    private static int RowGroup(DuckDbSession session, CsvText text)
    {
        var rowBytes = 16L * Math.Min(text.Columns.Length, ColumnsAtOnce(session)) + text.Bytes / Math.Max(1, text.Lines);
        var rows = session.Options.MemoryInBytes / 8 / session.Options.Threads / Math.Max(1, rowBytes);
        return (int)Math.Clamp(rows / 2048 * 2048, 2048, MostRowsTogether);
    }

    private static long LongestLine(CsvText text) => Math.Max(UsualLongestLine, text.LongestLine + 16);

    private static long LinesForFile(CsvText text) =>
        Math.Clamp(2 * 2048 * (text.Bytes / Math.Max(1, text.Lines)) / LongestLine(text), LinesBuffered, MostLinesBuffered);

    private static SqlText Compression(CsvText text) => SqlText.Verbatim(text.Bytes <= MostUncompressed ? "uncompressed" : "lz4");

    private static SqlText Select(CsvText text, long linesBuffered)
    {
        var number = SqlText.Name("rowid");
        var fields = text.Columns.Select((c, i) => (Name: SqlText.Name(c.Field), Type: text.Types.IsEmpty ? "VARCHAR" : text.Types[i])).ToList();
        if (text.IsNumbered) fields.Insert(0, (number, "BIGINT"));
        var columns = SqlText.Join(", ", fields.Select(static f => SqlText.Of($"{f.Name}: {f.Type}")));
        var types = SqlText.Of($"{{{columns}}}");
        // The engine finds CR LF by itself and misreads a file when it is told.
        var lineEnd = text.EndsInCrLf ? SqlText.Of($"") : SqlText.Of($"new_line = {@"\n"},");
        var kept = text.IsNumbered && !text.HasGaps ? SqlText.Of($"* EXCLUDE ({number})") : SqlText.Of($"*");
        var longest = LongestLine(text);
        return SqlText.Of($"""
            SELECT {kept} FROM read_csv({Literal(text.Path)}, auto_detect = false, columns = {types}, delim = {Character(text.Dialect.Delimiter)},
            quote = {Character(text.Dialect.Quote)}, escape = {Character(text.Dialect.Escape)}, comment = '', header = false, skip = {text.SkipLines},
            {lineEnd} strict_mode = true, nullstr = '', max_line_size = {longest}, buffer_size = {linesBuffered * longest})
            """);
    }

    private static string Character(byte value) => ((char)value).ToString();

    /// <summary>A path that the engine must not take as a pattern.</summary>
    public static string Literal(string path) => string.Concat(System.IO.Path.GetFullPath(path).Select(static c => c is '*' or '?' or '[' ? $"[{c}]" : c.ToString()));
}
