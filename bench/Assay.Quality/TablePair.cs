using System.Net;
using System.Text.RegularExpressions;

namespace Assays.Quality;

/// <summary>A table with errors and the same table without them; every cell where they differ is an error.</summary>
/// <param name="Group">The name under which tables are pooled.</param>
/// <param name="Name">The table's own name.</param>
/// <param name="Folder">Where <c>dirty.csv</c>, <c>clean.csv</c> and perhaps <c>ignore.csv</c> are.</param>
internal sealed partial record TablePair(string Group, string Name, string Folder)
{
    private static readonly HashSet<string> _nulls = new(StringComparer.Ordinal)
    {
        "", "n/a", "na", "null", "none", "nan", "-", "--", "?", "unknown", "not available", "missing", "{null}", "#n/a", "n.a.", "nil", "tbd", "empty",
    };

    public string Dirty => Path.Combine(Folder, "dirty.csv");
    public string Clean => Path.Combine(Folder, "clean.csv");

    /// <summary>All pairs under a folder: tables on their own and lakes of tables.</summary>
    public static IEnumerable<TablePair> In(string root) =>
        Folders(root).SelectMany(static lake => (File.Exists(Path.Combine(lake, "dirty.csv")) ? [lake] : Folders(lake))
            .Select(folder => new TablePair(Path.GetFileName(lake), Path.GetFileName(folder), folder)));

    /// <summary>Reads the truth.</summary>
    public Truth Read()
    {
        var (dirty, clean) = (CsvFile.Read(Dirty), CsvFile.Read(Clean));
        var ignored = new HashSet<(long, string)>();
        var ignore = Path.Combine(Folder, "ignore.csv");
        if (File.Exists(ignore)) ignored = [.. CsvFile.Read(ignore).Skip(1).Select(static line => (long.Parse(line[0], null), line[1]))];

        var errors = new Dictionary<(long, string), (string Dirty, string Clean)>();
        var nulls = new HashSet<(long, string)>();
        var cells = 0L;
        for (var row = 1; row < dirty.Count; row++)
        {
            for (var i = 0; i < dirty[row].Length; i++)
            {
                var cell = (row - 1L, dirty[0][i]);
                if (dirty[row][i].Length > 0) cells++;
                if (_nulls.Contains(dirty[row][i].Trim().ToLowerInvariant())) nulls.Add(cell);
                if (Normal(dirty[row][i]) != Normal(clean[row][i]) && !ignored.Contains(cell)) errors[cell] = (dirty[row][i], clean[row][i]);
            }
        }

        return new(errors, nulls, ignored, cells);
    }

    private static IEnumerable<string> Folders(string folder) => Directory.GetDirectories(folder).Order(StringComparer.Ordinal);

    /// <summary>A text as it is compared: entities decoded, white space single, none at the ends.</summary>
    public static string Normal(string text) => Spaces().Replace(WebUtility.HtmlDecode(text), " ").Trim();

    [GeneratedRegex("[\t\n ]+")]
    private static partial Regex Spaces();
}

/// <summary>What is wrong in a table, by record number and column.</summary>
/// <param name="Errors">The wrong cells, with what they hold and what they should.</param>
/// <param name="Nulls">Cells whose value says that there is none.</param>
/// <param name="Ignored">Cells whose truth is unsound.</param>
/// <param name="Filled">Cells that are not empty.</param>
internal sealed record Truth(
    Dictionary<(long Row, string Column), (string Dirty, string Clean)> Errors, HashSet<(long Row, string Column)> Nulls, HashSet<(long Row, string Column)> Ignored, long Filled);
