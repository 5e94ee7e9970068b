using System.Buffers;
using System.Buffers.Text;
using Assays.Data;

namespace Assays.Engines.Sources.Csv;

/// <summary>Rewrites damaged CSV text as clean CSV with numbered records, and tells what was wrong.</summary>
internal static class CsvMending
{
    /// <summary>Open quotes that are taken back one by one; with more of them no quote of the file means anything.</summary>
    private const int MaxRestarts = 8;

    /// <param name="open">Opens the UTF-8 text at a byte behind its mark.</param>
    /// <param name="path">Where the clean text is written.</param>
    public static CsvText Mend(
        Func<long, Stream> open, CsvDialect dialect, CsvOpening opening, TextSurvey survey, bool hasBadBytes, string path, FaultLog faults,
        CancellationToken cancellationToken)
    {
        using var clean = new CsvWriting(File.Create(path));
        var (number, skipped, pendingBlanks) = (0L, 0, 0L);
        var hasGaps = false;
        var columns = FieldNames.Of(opening.Names);
        var records = new CsvRecords(open(0), dialect);
        try
        {
            for (var restarts = 0; ; restarts++)
            {
                while (records.Read())
                {
                    if (records.EndedInsideQuotes && records.Start >= 0 && SpansLines(records) && restarts <= MaxRestarts) break;
                    if (skipped < opening.RecordsBefore)
                    {
                        skipped++;
                        continue;
                    }

                    if (records.IsBlank)
                    {
                        pendingBlanks++;
                        continue;
                    }

                    // Blank lines at the end of a file are nothing; between records they are told, and of one column they are missing values.
                    for (; pendingBlanks > 0; pendingBlanks--)
                    {
                        if (columns.Length == 1) clean.WriteEmpty(number);
                        else faults.Add(StructureFaultKind.BlankLines, number);
                        hasGaps |= columns.Length > 1;
                        number++;
                    }

                    if (IsComment(records, opening, columns.Length)) hasGaps = true;
                    else Write(records, columns.Length, number, clean, faults, hasBadBytes);
                    if (records.EndedInsideQuotes) faults.Add(StructureFaultKind.UnbalancedQuote, number);
                    number++;
                    if ((number & 0xFFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
                }

                if (!records.EndedInsideQuotes || !SpansLines(records) || restarts > MaxRestarts) break;

                // The quote swallowed the rest of the file: it is read again with that quote as itself.
                faults.Add(StructureFaultKind.UnbalancedQuote, number + pendingBlanks);
                var (start, quote) = (records.Start, records.LastQuote);
                records.Dispose();
                records = new(open(start), dialect) { Offset = start, LiteralQuote = quote, QuotesAreLiteral = restarts == MaxRestarts };
            }
        }
        finally
        {
            records.Dispose();
        }

        return new(path, CsvDialect.Standard, columns, 0, clean.Bytes, number)
        {
            IsNumbered = true, HasGaps = hasGaps, LongestLine = clean.LongestLine,
        };
    }

    private static bool SpansLines(CsvRecords records)
    {
        for (var i = 0; i < records.Fields; i++)
        {
            if (records[i].IndexOfAny((byte)'\n', (byte)'\r') >= 0) return true;
        }

        return false;
    }

    private static bool IsComment(CsvRecords records, CsvOpening opening, int columns) =>
        opening.Comment is { } sign && !records.FirstIsQuoted && records.Fields != columns && records[0].Length > 0 && records[0][0] == sign;

    private static void Write(CsvRecords records, int columns, long number, CsvWriting clean, FaultLog faults, bool hasBadBytes)
    {
        clean.BeginRecord(number);
        var (bad, nul) = (false, false);
        for (var i = 0; i < columns; i++)
        {
            var field = i < records.Fields ? records[i] : default;
            bad |= hasBadBytes && field.IndexOf("\uFFFD"u8) >= 0;
            nul |= field.Contains((byte)0);
            clean.WriteField(field);
        }

        clean.EndRecord();
        if (bad) faults.Add(StructureFaultKind.BadBytes, number);
        if (nul) faults.Add(StructureFaultKind.NulCharacters, number);
        if (records.CutFields > 0) faults.Add(StructureFaultKind.TruncatedField, number, records.CutFields);
        if (records.Fields < columns) faults.Add(StructureFaultKind.MissingFields, number);
        for (var i = columns; i < records.Fields; i++)
        {
            // A delimiter too many at the end of a line adds nothing.
            if (records[i].IsEmpty) continue;
            faults.Add(StructureFaultKind.ExtraFields, number);
            break;
        }
    }
}
