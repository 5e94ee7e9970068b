namespace Assays.Contracts.Imports;

/// <summary>The standard's type for the type words of databases, pandas and Spark.</summary>
internal static class ImportedType
{
    /// <returns>None for words that it has no type for.</returns>
    public static string? Of(string type)
    {
        var word = type.Split('(')[0].Trim().ToUpperInvariant().Replace("TYPE", "", StringComparison.Ordinal);
        return word switch
        {
            "INT" or "INTEGER" or "BIGINT" or "SMALLINT" or "TINYINT" or "INT8" or "INT16" or "INT32" or "INT64" or "LONG" or "SHORT" or "BYTE"
                or "UINT8" or "UINT16" or "UINT32" or "UINT64" or "HUGEINT" or "SERIAL" => "integer",
            "FLOAT" or "FLOAT32" or "FLOAT64" or "DOUBLE" or "DOUBLE PRECISION" or "REAL" or "NUMERIC" or "DECIMAL" or "NUMBER" => "number",
            "STRING" or "TEXT" or "VARCHAR" or "CHAR" or "CHARACTER VARYING" or "STR" or "NVARCHAR" => "string",
            "BOOLEAN" or "BOOL" or "BOOL_" => "boolean",
            "DATE" => "date",
            "TIME" => "time",
            "TIMESTAMP" or "DATETIME" or "TIMESTAMPTZ" or "TIMESTAMP_NTZ" or "TIMESTAMP_TZ" or "TIMESTAMP WITHOUT TIME ZONE" or "TIMESTAMP WITH TIME ZONE" or "DATETIME64" => "timestamp",
            _ => null,
        };
    }
}
