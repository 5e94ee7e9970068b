using System.Globalization;

namespace Assays.Corruption;

/// <summary>A copy of a clean table into which errors are planted.</summary>
internal sealed class Planting
{
    /// <summary>Different values up to which a column is one of categories.</summary>
    private const int MostCategories = 60;

    private readonly double _share;

    /// <param name="table">The clean table.</param>
    /// <param name="share">The share, 0 to 1, of the cells (or rows, where an error strikes rows) that could be struck which are.</param>
    /// <param name="seed">What chance begins with.</param>
    public Planting(CleanTable table, double share, int seed)
    {
        (Table, _share, Random) = (table, share, new(seed));
        Dirty = [.. table.Rows.Select(static row => (string[])row.Clone())];
    }

    public CleanTable Table { get; }
    public Random Random { get; }

    /// <summary>The rows with errors, added ones last.</summary>
    public List<string[]> Dirty { get; }

    /// <summary>What a damaged cell should hold where that is not what the clean table holds.</summary>
    public Dictionary<(int Row, int Column), string> Meant { get; } = [];

    /// <summary>Damages texts of at least a length.</summary>
    public void Texts(int length, Func<string, Random, string> damage) => Strike(
        (row, column) => !Table.Numeric[column] && Table.Rows[row][column].Length >= length && Table.Rows[row][column].Any(char.IsLetter),
        (row, column) => damage(Table.Rows[row][column], Random));

    /// <summary>Gives texts an accented letter and reads it in the wrong encoding.</summary>
    public void Misread() => Strike(
        (row, column) => !Table.Numeric[column] && Slip.CanBeAccented(Table.Rows[row][column]),
        (row, column) => Slip.Misread(Meant[(row, column)] = Slip.Accented(Table.Rows[row][column], Random)));

    /// <summary>Multiplies numbers, all of a column by the same.</summary>
    public void Numbers(params ReadOnlySpan<double> factors)
    {
        var choices = factors.ToArray();
        var factorOf = Table.Header.Select(_ => choices[Random.Next(choices.Length)]).ToArray();
        Strike(
            (row, column) => Table.Numeric[column] && Table.Rows[row][column].Length > 0 && Number(row, column) != 0,
            (row, column) => factorOf[column] == -1 ? Turned(Table.Rows[row][column]) : (Number(row, column) * factorOf[column]).ToString("0.######", CultureInfo.InvariantCulture));
    }

    /// <summary>Puts other values in place of what there is.</summary>
    public void Cells(Func<Planting, int, string> instead) => Strike((row, column) => Table.Rows[row][column].Length > 0, (_, column) => instead(this, column));

    /// <summary>Puts another value of a determined column in place of the right one.</summary>
    public void Dependent() => Strike((row, column) => Table.Determined[column] >= 0 && Table.Rows[row][column].Length > 0, Another);

    /// <summary>Puts another category in place of the right one, in columns that no other determines.</summary>
    public void Categories()
    {
        bool[] categories = [.. Enumerable.Range(0, Table.Header.Length).Select(c => Table.Determined[c] < 0 && !Table.Numeric[c] && Table.Values(c).Count is > 1 and <= MostCategories)];
        Strike((row, column) => categories[column] && Table.Rows[row][column].Length > 0, Another);
    }

    /// <summary>Damages whole rows, in tables with enough columns.</summary>
    public void Rows(int columns, Action<string[], Random> damage)
    {
        if (Table.Header.Length < columns) return;
        foreach (var row in Chosen(Enumerable.Range(0, Table.Rows.Length))) damage(Dirty[row], Random);
    }

    /// <summary>Adds copies of rows.</summary>
    public void Repeat() => Dirty.AddRange(Chosen(Enumerable.Range(0, Table.Rows.Length)).Select(row => (string[])Table.Rows[row].Clone()));

    private static string Turned(string number) => number.StartsWith('-') ? number[1..] : $"-{number}";

    private double Number(int row, int column) => double.Parse(Table.Rows[row][column], CultureInfo.InvariantCulture);

    private string Another(int row, int column)
    {
        var rows = Table.Rows;
        for (var tries = 0; tries < 20; tries++)
        {
            if (rows[Random.Next(rows.Length)][column] is { Length: > 0 } other && other != rows[row][column]) return other;
        }

        return rows[row][column];
    }

    private void Strike(Func<int, int, bool> mayBe, Func<int, int, string> damaged)
    {
        var cells = from row in Enumerable.Range(0, Table.Rows.Length) from column in Enumerable.Range(0, Table.Header.Length) where mayBe(row, column) select (row, column);
        foreach (var (row, column) in Chosen(cells)) Dirty[row][column] = damaged(row, column);
    }

    private IEnumerable<T> Chosen<T>(IEnumerable<T> from)
    {
        var all = from.ToArray();
        Random.Shuffle(all);
        return all.Take((int)Math.Ceiling(_share * all.Length));
    }
}
