using System.Collections.Immutable;
using Assays.Data;
using Assays.Sql;

namespace Assays.Engines;

/// <summary>What is to be different in a new copy of a table. Rules come first, cells after them.</summary>
public sealed record TableChanges(ImmutableArray<RuleChange> Rules, ImmutableArray<CellChange> Cells)
{
    public static TableChanges None { get; } = new([], []);

    /// <summary>Picks the rows that the copy keeps; all of them when there is none.</summary>
    public SqlText? Keep { get; init; }

    /// <summary>A column that is added behind the others, as an expression over the row.</summary>
    public AddedColumn? Added { get; init; }
}

/// <summary>A column that only the copy has.</summary>
public sealed record AddedColumn(string Name, SqlText Value);

/// <summary>One cell's new value.</summary>
/// <param name="Row">The 0-based record number.</param>
/// <param name="Before">What the cell held; null when missing.</param>
/// <param name="After">What it is to hold; null makes it missing.</param>
/// <param name="Cause">The id of the finding that asks for it.</param>
public sealed record CellChange(long Row, Column Column, string? Before, string? After, string Cause);

/// <summary>A column's new value in all rows that a condition picks.</summary>
/// <param name="Condition">Picks the rows.</param>
/// <param name="After">The new value as an expression over the row.</param>
/// <param name="Cause">The id of the finding that asks for it.</param>
public sealed record RuleChange(Column Column, SqlText Condition, SqlText After, string Cause);
