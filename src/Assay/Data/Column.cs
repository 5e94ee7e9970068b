namespace Assays.Data;

/// <summary>One column of a table, as its engine knows it.</summary>
/// <param name="Ordinal">Its 0-based position in the source.</param>
/// <param name="Name">Its name in the source: any text, possibly empty or used twice.</param>
/// <param name="Field">Its name inside the engine: never empty, unique in the table.</param>
/// <param name="Kind">What the engine declares its values to be; text for formats that declare nothing.</param>
public sealed record Column(int Ordinal, string Name, string Field, ColumnKind Kind)
{
    /// <summary>A column whose name can serve as its field.</summary>
    public Column(int ordinal, string name, ColumnKind kind = ColumnKind.Text) : this(ordinal, name, name, kind) { }

    /// <summary>What a person is shown: the name, or the position where there is none.</summary>
    public string Label => string.IsNullOrWhiteSpace(Name) ? $"(column {Ordinal + 1})" : Name;
}

/// <summary>What an engine declares a column's values to be.</summary>
public enum ColumnKind { Text, Boolean, Integer, Number, Date, Time, Timestamp, Other }
