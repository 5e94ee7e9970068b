using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Streaming;
using Assays.Data;
using Assays.Engines;
using Assays.Findings;
using Assays.Sql;

namespace Assays.ContractsBench;

/// <summary>What checking costs: a table of a million rows in the engine against DuckDB's SUMMARIZE, and rows of a stream on one core.</summary>
internal static class Speed
{
    private const int Rows = 1_000_000;
    private const int Columns = 20;
    private const int Numbers = 14;
    private const int Demands = 200;
    private static readonly string[] Colors = ["red", "green", "blue", "yellow", "white", "black"];

    public static async Task<string> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("assay-contracts-").FullName;
        try
        {
            return await RunAsync(folder, Rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string folder, int rows)
    {
        var csv = Path.Combine(folder, "speed.csv");
        await WriteAsync(csv, rows);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## Speed\n\n{rows:#,0} rows × {Columns} columns (10 of decimals, 4 of whole numbers, 3 of categories, 2 of dates, 1 of codes), CPU seconds, the least of three runs.\nAims: {Demands} demands within twice DuckDB's SUMMARIZE of the same table; 200,000 rows of a stream a second.\n\n");
        text.Append("| what | SUMMARIZE | contract | ratio |\n| --- | ---: | ---: | ---: |\n");
        foreach (var (name, source) in new (string, Source)[] { ("columns as texts (CSV)", new Source.Files(csv)), ("typed columns", new Source.Query(Typed(), new Source.Files(csv))) })
        {
            await using var table = await Assay.OpenAsync(source, new() { MemoryInBytes = 4L << 30 });
            var contract = await Assay.SuggestContractAsync(new Source.Files(await HeadAsync(csv)));
            var clauses = Pad(ClauseCompiler.Compile(contract.Tables[0], table.Schema).Where(static c => c is not SchemaClause), table.Schema);
            var summarize = await CpuAsync(async () => await DrainAsync(table, SqlText.Of($"SUMMARIZE SELECT * FROM {table.From}")));
            var checking = await CpuAsync(async () =>
            {
                var outcomes = await ContractChecker.CheckAsync(table, clauses);
                if (outcomes.Any(static o => o is Outcome.Failed)) throw new InputException("A demand of the benchmark cannot be computed.");
            });
            text.Append(CultureInfo.InvariantCulture, $"| {clauses.Length} demands, {name} | {summarize:0.00} | {checking:0.00} | {checking / summarize:0.0} |\n");
        }

        text.Append("\n| stream | demands a row | rows a CPU second |\n| --- | ---: | ---: |\n");
        var head = await Assay.SuggestContractAsync(new Source.Files(await HeadAsync(csv)));
        foreach (var (name, bytes) in new[] { ("CSV", await File.ReadAllBytesAsync(csv)), ("NDJSON", await NdjsonAsync(csv)) })
        {
            StreamResult? result = null;
            var seconds = await CpuAsync(async () => result = await StreamCheck.RunAsync(head.Tables[0], new MemoryStream(bytes), Stream.Null));
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {result!.Figures.Length} | {rows / seconds:#,0} |\n");
        }

        return text.ToString();
    }

    /// <summary>Further ranges of the numbers and lengths of the texts, until there are as many demands as the benchmark wants.</summary>
    private static ImmutableArray<Clause> Pad(IEnumerable<Clause> suggested, Schema schema)
    {
        var clauses = suggested.ToList();
        for (var i = 0; clauses.Count < Demands; i++)
        {
            var column = schema.Columns[i % Columns];
            clauses.Add(i / Columns % 2 == 0 && i % Columns < Numbers
                ? new ValueClause("range", $"{column.Label} is in range {i}", column, new RangeTest(-1e9 - i, 1e9 + i))
                : new ValueClause("length", $"{column.Label} is short {i}", column, new LengthTest(1, 100 + i)));
        }

        return [.. clauses];
    }

    private static async Task<double> CpuAsync(Func<Task> work)
    {
        var best = double.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            await work();
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        return best;
    }

    private static async Task DrainAsync(Table table, SqlText query)
    {
        await foreach (var _ in table.QueryAsync(query)) { }
    }

    private static string Typed() =>
        $"SELECT {string.Join(", ", Enumerable.Range(0, Columns).Select(static c => c switch { < 10 => $"CAST(c{c} AS DOUBLE) AS c{c}", < 14 => $"CAST(c{c} AS BIGINT) AS c{c}", 17 or 18 => $"CAST(c{c} AS DATE) AS c{c}", _ => $"c{c}" }))} FROM source";

    private static async Task<string> HeadAsync(string csv)
    {
        var path = Path.Combine(Path.GetDirectoryName(csv)!, "head.csv");
        await File.WriteAllLinesAsync(path, File.ReadLines(csv).Take(50_001));
        return path;
    }

    private static async Task WriteAsync(string path, int rows)
    {
        var random = new Random(1);
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync(string.Join(',', Enumerable.Range(0, Columns).Select(static c => $"c{c}")));
        for (var row = 0; row < rows; row++) await file.WriteLineAsync(string.Join(',', Enumerable.Range(0, Columns).Select(c => Cell(random, c, row))));
    }

    private static string Cell(Random random, int column, int row) => column switch
    {
        < 10 => (100 * random.NextDouble() + 10 * column).ToString("F2", CultureInfo.InvariantCulture),
        10 => row.ToString(CultureInfo.InvariantCulture),
        < 14 => random.Next(1000).ToString(CultureInfo.InvariantCulture),
        < 17 => Colors[random.Next(3 + column - 14)],
        < 19 => new DateTime(2020, 1, 1).AddDays(random.Next(1500)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => $"{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}-{random.Next(1000, 10000)}",
    };

    private static async Task<byte[]> NdjsonAsync(string csv)
    {
        using var bytes = new MemoryStream();
        await using (var text = new StreamWriter(bytes, leaveOpen: true))
        {
            foreach (var line in File.ReadLines(csv).Skip(1))
            {
                await text.WriteLineAsync($"{{{string.Join(',', line.Split(',').Select(static (cell, c) => c < 14 ? $"\"c{c}\":{cell}" : $"\"c{c}\":\"{cell}\""))}}}");
            }
        }

        return bytes.ToArray();
    }
}
