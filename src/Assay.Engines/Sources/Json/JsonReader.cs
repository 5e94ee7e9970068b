using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Engines.Sources.Csv;

namespace Assays.Engines.Sources.Json;

/// <summary>
/// Reads JSON: an array of records, records line by line or one behind the other, or one object that holds an array of records. Nested objects
/// become columns <c>a.b</c>; arrays stay JSON text; every value keeps the spelling of the file.
/// </summary>
internal sealed class JsonReader : SourceReader
{
    public override string Format => "JSON";

    public override ImmutableArray<string> Extensions { get; } = [".json", ".ndjson", ".jsonl", ".geojson"];

    public override bool Knows(SourceFile file)
    {
        if (Extensions.Contains(file.Extension)) return true;
        if (file.Extension is ".csv" or ".tsv" or ".tab" or ".psv") return false;
        var head = file.Head.Span.TrimStart("\uFEFF \t\r\n"u8);
        if (head.Length < 2 || head[0] is not ((byte)'{' or (byte)'[')) return false;
        var next = head[1..].TrimStart(" \t\r\n"u8);
        return next.Length > 0 && (head[0] == '{' ? next[0] is (byte)'"' or (byte)'}' : next[0] is (byte)'{' or (byte)'[' or (byte)'"' or (byte)']' or >= (byte)'0' and <= (byte)'9');
    }

    public override async Task<Reading> ReadAsync(
        DuckDbSession session, SourceFile file, string? table, CancellationToken cancellationToken = default)
    {
        var (text, hasBadBytes) = await ToUtf8Async(file, session, cancellationToken);
        var faults = new FaultLog();
        try
        {
            var records = JsonRecords.In(text, table);
            var (staged, format) = await StageAsync(records, hasBadBytes, session.NewFile(".csv"), faults, cancellationToken);
            await CsvTextLoad.LoadAsync(session, staged, cancellationToken);
            return new(staged.Columns, new(format) { Bytes = file.Bytes, Faults = faults.ToFaults(0, staged.Columns.Length) });
        }
        catch (JsonException error)
        {
            throw new InputException($"'{file.Name}' is no valid JSON: {DuckDbTrouble.OneLine(error.Message)}", error);
        }
    }

    private async Task<(CsvText Text, string Format)> StageAsync(
        JsonRecords records, bool hasBadBytes, string path, FaultLog faults, CancellationToken cancellationToken)
    {
        var fields = new JsonFields();
        while (true)
        {
            var known = fields.Names.Count;
            var (rows, hasGaps) = (0L, false);
            using var clean = new CsvWriting(File.Create(path));
            var row = new List<string?>();
            var number = 0L;
            await foreach (var record in records.ReadAsync(cancellationToken))
            {
                if (record is { } element)
                {
                    fields.Flatten(element, row);
                    if (hasBadBytes && row.Any(static value => value?.Contains('\uFFFD', StringComparison.Ordinal) == true)) faults.Add(StructureFaultKind.BadBytes, number);
                    // Every row has all columns known so far; if later rows bring new ones, the file is written again with all of them.
                    if (rows == 0 && known == 0) known = fields.Names.Count;
                    clean.BeginRecord(number);
                    for (var i = 0; i < known; i++) clean.WriteField(i < row.Count ? row[i] : null);
                    clean.EndRecord();
                    rows++;
                }
                else
                {
                    hasGaps = true;
                    faults.Add(StructureFaultKind.UnreadableRecord, number);
                }

                number++;
            }

            if (rows == 0) throw new InputException($"'{records.File.Name}' holds no records; there is nothing to assess.");
            if (known < fields.Names.Count)
            {
                faults.Clear();
                continue;
            }

            return (
                new(path, CsvDialect.Standard, FieldNames.Of(fields.Names), 0, clean.Bytes, rows)
                {
                    IsNumbered = true, HasGaps = hasGaps, LongestLine = clean.LongestLine,
                },
                records.IsByLine ? "JSON by lines" : Format);
        }
    }

    /// <summary>The file in sound UTF-8: what it was when it is, else a copy, in which bytes that are no characters are U+FFFD.</summary>
    private static async Task<(SourceFile File, bool HasBadBytes)> ToUtf8Async(SourceFile file, DuckDbSession session, CancellationToken cancellationToken)
    {
        var wide = TextEncoding.OfHead(file.Head.Span, out var mark);
        await using var stream = File.OpenRead(file.Path);
        if (wide is null && await TextEncoding.IsUtf8Async(stream, cancellationToken)) return (file, false);
        stream.Position = mark;
        var path = await TextEncoding.ToUtf8Async(stream, wide ?? System.Text.Encoding.UTF8, session.NewFile(".json"), cancellationToken);
        return (await SourceFile.OpenAsync(path, file.Name, cancellationToken), wide is null);
    }
}
