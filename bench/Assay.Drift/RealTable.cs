using Assays.Data;

namespace Assays.DriftBench;

/// <summary>A real table in the process.</summary>
internal sealed record RealTable(string Name, Sample Sample)
{
    public string[] Columns => [.. Sample.Schema.Columns.Select(static c => c.Label)];

    public static async Task<RealTable> ReadAsync(string path, params string[] without)
    {
        await using var table = await Assay.OpenAsync(Source.Parse(path));
        var sample = await table.SampleAsync(int.MaxValue, 0);
        var kept = Enumerable.Range(0, sample.Columns.Length).Where(i => !without.Contains(sample.Columns[i].Column.Label)).ToArray();
        var schema = new Schema([.. kept.Select((from, to) => sample.Schema.Columns[from] with { Ordinal = to })]);
        var columns = kept.Select((from, to) => new SampledColumn(schema.Columns[to], sample.Columns[from].Values, sample.Columns[from].Codes.ToArray()));
        return new(Path.GetFileNameWithoutExtension(path), new(schema, [.. columns], [.. Enumerable.Range(0, sample.Rows).Select(static i => (long)i)], sample.Rows, 0));
    }

    /// <summary>Rows as texts.</summary>
    public Rows Take(IEnumerable<int> rows) => new(Columns, [.. rows.Select(row => Sample.Columns.Select(column => column[row]).ToArray())]);

    /// <summary>Two halves of rows drawn at random, each in the table's order: the same distribution, whatever the table.</summary>
    public (Rows Reference, Rows Current) Split(int rowsOfEach, Random random)
    {
        var drawn = Enumerable.Range(0, Sample.Rows).ToArray();
        random.Shuffle(drawn);
        return (Take(drawn[..rowsOfEach].Order()), Take(drawn[rowsOfEach..(2 * rowsOfEach)].Order()));
    }
}

/// <summary>A table as texts.</summary>
internal sealed record Rows(string[] Names, string?[][] Cells)
{
    public Sample Encoded() => Sample.Of(Names, Cells);

    public void Write(string path)
    {
        using var file = new StreamWriter(path);
        file.WriteLine(string.Join(',', Names.Select(Quote)));
        foreach (var row in Cells) file.WriteLine(string.Join(',', row.Select(Quote)));
    }

    private static string Quote(string? text) => text is null ? "" : text.Length == 0 || text.AsSpan().IndexOfAny(",\"\r\n ") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
