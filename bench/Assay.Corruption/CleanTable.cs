using Assays.Quality;

namespace Assays.Corruption;

/// <summary>A table held to be clean, in memory, its numbers and texts told apart.</summary>
internal sealed class CleanTable
{
    /// <summary>Rows taken of a table; more would add time and no other errors.</summary>
    private const int MostRows = 2_000;

    private CleanTable(string name, string[] header, string[][] rows)
    {
        (Name, Header, Rows) = (name, header, rows);
        Numeric = [.. Enumerable.Range(0, header.Length).Select(c => rows.All(row => row[c].Length == 0 || IsNumber(row[c])))];
        Determined = [.. Enumerable.Range(0, header.Length).Select(FindDeterminant)];
    }

    public string Name { get; }
    public string[] Header { get; }
    public string[][] Rows { get; }

    /// <summary>For each column whether all of its values are numbers.</summary>
    public bool[] Numeric { get; }

    /// <summary>For each column another that determines it without an exception, in groups of three rows and more; -1 where none does.</summary>
    public int[] Determined { get; }

    public static CleanTable Read(string path)
    {
        var records = CsvFile.Read(path);
        return new(Path.GetFileNameWithoutExtension(path), records[0], [.. records.Skip(1).Where(r => r.Length == records[0].Length).Take(MostRows)]);
    }

    public static bool IsNumber(string text) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);

    /// <summary>Different values of a column, most frequent first.</summary>
    public List<string> Values(int column) =>
        [.. Rows.Select(row => row[column]).Where(static v => v.Length > 0).CountBy(static v => v).OrderByDescending(static v => v.Value).ThenBy(static v => v.Key, StringComparer.Ordinal).Select(static v => v.Key)];

    private int FindDeterminant(int column)
    {
        if (Values(column).Count < 3) return -1;
        for (var other = 0; other < Header.Length; other++)
        {
            if (other == column) continue;
            var groups = Rows.Where(row => row[other].Length > 0 && row[column].Length > 0).GroupBy(row => row[other], row => row[column]).ToList();
            if (groups.Count >= 3 && groups.Sum(static g => g.Count()) >= 3 * groups.Count && groups.All(static g => g.Distinct().Count() == 1)) return other;
        }

        return -1;
    }
}
