using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;

namespace Assays.Engines.Sources.Csv;

/// <summary>What is wrong with the names at the head of a table.</summary>
internal static class HeaderFaults
{
    public static IEnumerable<StructureFault> Of(bool hasHeader, ImmutableArray<ReadColumn> columns)
    {
        if (!hasHeader)
        {
            yield return new(StructureFaultKind.NoHeader, 1, [], "The first line looks like data and names no columns.");
            yield break;
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new Column(i, columns[i].Name, columns[i].Field, ColumnKind.Text);
            if (string.IsNullOrWhiteSpace(columns[i].Name))
            {
                yield return new(StructureFaultKind.BlankHeader, 1, [], string.Create(CultureInfo.InvariantCulture, $"Column {i + 1} has no name."))
                {
                    Column = column,
                };
            }
            else if (!first.TryAdd(columns[i].Name, i))
            {
                yield return new(
                    StructureFaultKind.DuplicateHeader, 1, [],
                    string.Create(CultureInfo.InvariantCulture, $"Columns {first[columns[i].Name] + 1} and {i + 1} are both named '{columns[i].Name}'."))
                {
                    Column = column,
                };
            }
        }
    }
}
