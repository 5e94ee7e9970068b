using Assays.Data;

namespace Assays.Engines.Sources;

/// <summary>Chooses one of the tables that a file holds.</summary>
internal static class TableChoice
{
    private const int Listed = 12;

    /// <param name="file">The file.</param>
    /// <param name="tables">The names of its tables.</param>
    /// <param name="asked">The name that was asked for; where there is none, the file must hold one table only.</param>
    /// <exception cref="InputException">There is no such table, or there are several and none was named.</exception>
    public static string Of(SourceFile file, IReadOnlyList<string> tables, string? asked)
    {
        if (tables.Count == 0) throw new InputException($"'{file.Name}' holds no table; there is nothing to assess.");
        if (asked is null)
        {
            return tables.Count == 1 ? tables[0] : throw new InputException(
                $"'{file.Name}' holds {tables.Count:N0} tables; say which, as in '{file.Name}::{tables[0]}'. It has {Names(tables)}.");
        }

        return tables.FirstOrDefault(name => name == asked)
            ?? tables.FirstOrDefault(name => string.Equals(name, asked, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException($"'{file.Name}' holds no table '{asked}'. It has {Names(tables)}.");
    }

    private static string Names(IReadOnlyList<string> tables) =>
        string.Join(", ", tables.Take(Listed).Select(OneLine)) + (tables.Count > Listed ? ", …" : "");

    private static string OneLine(string name) => new([.. name.Take(80).Select(static c => char.IsControl(c) ? '�' : c)]);
}
