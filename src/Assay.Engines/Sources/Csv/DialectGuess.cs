using System.Text;

namespace Assays.Engines.Sources.Csv;

/// <summary>
/// Guesses how a text file separates its fields: of all dialects the one under which the first records are most alike in length and their
/// fields most often look like values.
/// </summary>
/// <remarks>
/// After the data consistency measure of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns", Data
/// Mining and Knowledge Discovery 33 (2019): consistency of the rows' pattern times the share of fields of a known type. Here rows' patterns are
/// their lengths, and unequal lengths cost by Simpson's index, so that a few ragged rows among many do not hide the right delimiter.
/// </remarks>
internal static class DialectGuess
{
    /// <summary>Below this the file is taken as one value a line.</summary>
    private const double LeastScore = 0.12;

    private const int RecordsLookedAt = 300;

    /// <summary>Delimiters with how readily each is believed: a colon or a space stands in many values, too.</summary>
    private static readonly (byte Delimiter, double Prior)[] Candidates =
    [
        ((byte)',', 1), ((byte)';', 1), ((byte)'\t', 1), ((byte)'|', 1), ((byte)'^', 0.9), ((byte)'~', 0.9), (0x01, 1), (0x1F, 1), ((byte)':', 0.4), ((byte)' ', 0.35),
    ];

    /// <param name="head">The beginning of the file as UTF-8 without a byte order mark, cut at a line's end.</param>
    /// <param name="extension">The file's extension, a hint where content decides nothing.</param>
    public static CsvDialect Of(ReadOnlyMemory<byte> head, string extension)
    {
        var (best, bestScore) = (CsvDialect.Standard, double.MinValue);
        foreach (var (delimiter, prior) in Candidates)
        {
            if (!head.Span.Contains(delimiter)) continue;
            foreach (var quote in Quotes(head.Span))
            {
                var dialect = new CsvDialect(delimiter, quote, quote);
                var fit = Fit(head, dialect);
                // Backslashes are escapes only where quotes make no sense otherwise.
                if (fit.Damage > 0 && Fit(head, dialect with { Escape = (byte)'\\' }) is { Damage: 0 } escaped)
                {
                    (dialect, fit) = (dialect with { Escape = (byte)'\\' }, escaped);
                }

                var score = fit.Score * prior * Hint(delimiter, extension);
                if (score <= bestScore + 1e-9) continue;
                (best, bestScore) = (dialect, score);
            }
        }

        if (bestScore >= LeastScore) return best;
        var first = head.Span.IndexOfAny((byte)'\n', (byte)'\r');
        var line = first < 0 ? head.Span : head.Span[..first];
        // Commas inside sentences are no delimiters; but what calls itself CSV and has them in its first line means them.
        return line.Contains((byte)',') && extension is ".csv" || !head.Span.Contains((byte)',')
            ? CsvDialect.Standard
            : CsvDialect.Standard with { Delimiter = CsvDialect.NoDelimiter };
    }

    private static double Hint(byte delimiter, string extension) => (extension, delimiter) switch
    {
        (".csv", (byte)',') => 1.1,
        (".csv", (byte)';') => 1.05,
        (".tsv" or ".tab", (byte)'\t') => 1.3,
        (".psv", (byte)'|') => 1.3,
        _ => 1,
    };

    private static List<byte> Quotes(ReadOnlySpan<byte> head)
    {
        var quotes = new List<byte> { (byte)'"' };
        // Apostrophes stand inside words; as quotes they stand at both ends of fields, many times.
        if (head.Count((byte)'\'') >= 4 && head.Count((byte)'"') * 4 < head.Count((byte)'\'')) quotes.Add((byte)'\'');
        return quotes;
    }

    /// <returns>How well the first records agree with the dialect, and how many quotes stand where the dialect has no place for them.</returns>
    private static (double Score, int Damage) Fit(ReadOnlyMemory<byte> head, CsvDialect dialect)
    {
        using var records = new CsvRecords(new MemoryStream(head.ToArray(), writable: false), dialect);
        var lengths = new Dictionary<int, int>();
        var (fields, typed, rows, damage) = (0, 0, 0, 0);
        while (rows < RecordsLookedAt && records.Read())
        {
            if (records.IsBlank) continue;
            damage += records.MalformedFields + (records.EndedInsideQuotes ? 1 : 0);
            if (records.EndedInsideQuotes && rows > 0) break;
            rows++;
            lengths[records.Fields] = lengths.GetValueOrDefault(records.Fields) + 1;
            for (var i = 0; i < Math.Min(records.Fields, 200); i++)
            {
                fields++;
                if (ValueShapes.Of(Encoding.UTF8.GetString(records[i])) is not ValueShape.Other) typed++;
            }
        }

        if (rows == 0 || dialect.Delimiter is (byte)' ' or (byte)':' && rows < 3) return (0, damage);
        var alike = lengths.Values.Sum(n => (double)n / rows * n / rows);
        var usual = lengths.MaxBy(static pair => (pair.Value, pair.Key)).Key;
        return (alike * (usual - 1) / usual * Math.Max(0, typed - damage) / fields, damage);
    }
}
