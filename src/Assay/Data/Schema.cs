using System.Collections.Immutable;

namespace Assays.Data;

/// <summary>The columns of a table, in their order.</summary>
public sealed record Schema(ImmutableArray<Column> Columns)
{
    /// <summary>The first column of that name.</summary>
    /// <returns>None when the table has no such column.</returns>
    public Column? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);
}
