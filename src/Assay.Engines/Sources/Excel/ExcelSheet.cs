using ExcelDataReader;

namespace Assays.Engines.Sources.Excel;

/// <summary>Where the table lies on a sheet, found by a first pass over its cells.</summary>
internal sealed class ExcelSheet
{
    private const int HeadRows = 400;
    private readonly HashSet<int> _withTime = [];
    private readonly ILookup<int, CellRange> _merged;
    private int _left = int.MaxValue;
    private int _right = -1;

    private ExcelSheet(IExcelDataReader reader) =>
        // A title over several columns stays in its first cell; a value over several rows is the value of each.
        _merged = (reader.MergeCells ?? []).Where(static m => m.ToRow > m.FromRow).ToLookup(static m => m.FromRow);

    public bool IsEmpty => _right < 0;

    /// <summary>The first rows.</summary>
    public List<string[]> Head { get; private set; } = [];

    /// <summary>Reads the sheet that the reader stands before.</summary>
    public static ExcelSheet Survey(IExcelDataReader reader, CancellationToken cancellationToken)
    {
        var sheet = new ExcelSheet(reader);
        var head = new List<string?[]>();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            sheet.Note(reader);
            if (head.Count < HeadRows) head.Add(sheet.Cells(reader, 0, reader.FieldCount));
        }

        if (sheet.IsEmpty) return sheet;
        sheet.Head = [.. head.Select(row => Array.TrueForAll(row, static c => c is null) ? [] : sheet.Cut(row))];
        return sheet;
    }

    /// <summary>The rows of the sheet that the reader stands before, from the first column that holds something to the last.</summary>
    public IEnumerable<string?[]> Rows(IExcelDataReader reader)
    {
        var held = new Dictionary<int, (int ToRow, string? Text)>();
        while (reader.Read())
        {
            var row = Cells(reader, _left, _right + 1);
            foreach (var (column, merged) in held)
            {
                if (reader.Depth > merged.ToRow) held.Remove(column);
                else row[column] ??= merged.Text;
            }

            foreach (var range in _merged[reader.Depth])
            {
                if (range.FromColumn >= _left && range.FromColumn <= _right) held[range.FromColumn - _left] = (range.ToRow, row[range.FromColumn - _left]);
            }

            yield return row;
        }
    }

    private void Note(IExcelDataReader reader)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (ExcelCell.Text(reader, i, withTime: true) is null) continue;
            (_left, _right) = (Math.Min(_left, i), Math.Max(_right, i));
            if (ExcelCell.HasTime(reader, i)) _withTime.Add(i);
        }
    }

    private string?[] Cells(IExcelDataReader reader, int from, int to)
    {
        var cells = new string?[Math.Max(0, to - from)];
        for (var i = from; i < Math.Min(to, reader.FieldCount); i++) cells[i - from] = ExcelCell.Text(reader, i, _withTime.Contains(i));
        return cells;
    }

    private string[] Cut(string?[] row) => [.. Enumerable.Range(_left, _right + 1 - _left).Select(i => i < row.Length ? row[i] ?? "" : "")];
}
