using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines.Sources;
using Assays.Sql;
using DuckDB.NET.Data;

namespace Assays.Engines.DuckDb;

/// <summary>Makes of a user's query over the relation <c>source</c> a relation of its own, as a reader would.</summary>
internal static class QueryRelation
{
    /// <summary>The relation that is made.</summary>
    public const string Name = "assay:query";

    private const string Over = "assay:over";

    /// <param name="session">Where the relation <c>source</c> is.</param>
    /// <param name="sql">One SELECT.</param>
    /// <param name="over">What was read; the query sees its columns by their fields.</param>
    /// <exception cref="InputException">The text is no single SELECT, or the engine refuses it.</exception>
    public static async Task<Reading> MakeAsync(DuckDbSession session, string sql, Reading over, CancellationToken cancellationToken)
    {
        var text = sql.Trim().TrimEnd(';');
        if (text.Contains('\0', StringComparison.Ordinal)) throw new InputException("The query holds a NUL character.");
        if (session.CountStatements(text) != 1) throw new InputException("The query must be one SELECT.");

        await session.RenameAsync(SourceReader.Relation, Over, cancellationToken);
        var fields = SqlText.Join(", ", over.Columns.Select(static c => SqlText.Name(c.Field)));
        await session.ExecuteAsync(
            SqlText.Of($"CREATE VIEW {SqlText.Name(SourceReader.Relation)} AS SELECT {fields} FROM {SqlText.Name(Over)}"), cancellationToken);
        try
        {
            // On lines of its own, so that a comment at its end ends there.
            var query = SqlText.Of($"(\n{SqlText.Verbatim(text)}\n)");
            var names = new List<string>();
            await foreach (var row in session.QueryAsync(SqlText.Of($"DESCRIBE SELECT * FROM {query}"), cancellationToken))
            {
                names.Add((string)row[0]!);
            }

            var columns = FieldNames.Of(names);
            var aliases = SqlText.Join(", ", columns.Select(static c => SqlText.Name(c.Field)));
            await session.ExecuteAsync(
                SqlText.Of($"CREATE TABLE {SqlText.Name(Name)} AS SELECT * FROM {query} AS q({aliases})"), cancellationToken);
            return new(columns, new Structure($"query over {over.Structure.Format}") { Bytes = over.Structure.Bytes });
        }
        catch (DuckDBException error)
        {
            throw new InputException($"The query cannot be run: {DuckDbTrouble.OneLine(error.Message)}", error);
        }
    }
}
