using System.Text.Json;

namespace Assays.Quality;

/// <summary>
/// Single columns of real spreadsheets with labelled errors (the dev half of ST-bench, Auto-Test, SIGMOD 2025): each column is written
/// as a table of one column, put through the whole of Assay, and its flagged values are scored.
/// </summary>
internal static class ColumnBench
{
    public static async Task RunAsync(string path, QualityReport report, int show)
    {
        var columns = File.ReadLines(path).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        var file = Path.Combine(Path.GetTempPath(), $"assay-column-{Environment.ProcessId}.csv");
        var flags = new List<(double Confidence, bool IsHit)>();
        var (errors, cleanFlagged, cleanValues) = (0, 0, 0);
        using var flagged = new StreamWriter(Path.Combine(Path.GetTempPath(), "assay-columns.jsonl"));
        try
        {
            foreach (var column in columns)
            {
                var values = Texts(column, "values");
                var (wrong, debatable) = (Texts(column, "errors").ToHashSet(), Texts(column, "debatable").ToHashSet());
                errors += wrong.Count;
                if (wrong.Count == 0) cleanValues += values.Count;
                if (values.Count == 0) continue;
                var header = column.GetProperty("header").GetString();
                await File.WriteAllLinesAsync(file, [CsvFile.Field(string.IsNullOrEmpty(header) ? "column" : header), .. values.Select(Quoted)]);
                var run = await Run.CheckAsync(file);
                foreach (var flag in run.Flags.Where(static f => f.Value is not null).GroupBy(static f => f.Value!).Select(static g => g.MaxBy(static f => f.Confidence)!))
                {
                    flagged.WriteLine(JsonSerializer.Serialize(new { index = column.GetProperty("index").GetInt32(), value = flag.Value, confidence = flag.Confidence }));
                    if (debatable.Contains(flag.Value!)) continue;
                    var hit = wrong.Contains(flag.Value!);
                    flags.Add((flag.Confidence, hit));
                    if (wrong.Count == 0 && flag.Confidence >= 0.5) cleanFlagged++;
                    if (show > 0) Console.WriteLine($"  {(hit ? "HIT  " : "FALSE")} {flag.Confidence:0.00} {flag.Detector} [{header}] {flag.Reason}");
                }
            }
        }
        finally
        {
            File.Delete(file);
        }

        report.AddColumns(columns.Count, errors, AveragePrecision(flags, errors), RecallAt(0.8, flags, errors), cleanFlagged, cleanValues);
    }

    // Equal confidences count together: no order among them may be preferred.
    private static double AveragePrecision(List<(double Confidence, bool IsHit)> flags, int errors)
    {
        var (hits, seen, sum) = (0, 0, 0.0);
        foreach (var same in flags.GroupBy(static f => f.Confidence).OrderByDescending(static g => g.Key))
        {
            var more = same.Count(static f => f.IsHit);
            (hits, seen) = (hits + more, seen + same.Count());
            sum += (double)more / errors * hits / seen;
        }

        return sum;
    }

    private static double RecallAt(double precision, List<(double Confidence, bool IsHit)> flags, int errors)
    {
        var (hits, seen, best) = (0, 0, 0.0);
        foreach (var same in flags.GroupBy(static f => f.Confidence).OrderByDescending(static g => g.Key))
        {
            (hits, seen) = (hits + same.Count(static f => f.IsHit), seen + same.Count());
            if ((double)hits / seen >= precision) best = Math.Max(best, (double)hits / errors);
        }

        return best;
    }

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string> Texts(JsonElement column, string name) => [.. column.GetProperty(name).EnumerateArray().Select(static v => v.ToString())];
}
