using System.Collections.Immutable;
using System.Text;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Sql;
using DuckDB.NET.Data;

namespace Assays.Engines.Sources.Csv;

/// <summary>
/// Reads delimited text of any dialect and encoding, every value as the text that the file holds. Sound files go straight through the engine's
/// parallel reader; what that refuses or would read otherwise is mended first, and its faults are told.
/// </summary>
internal sealed class CsvReader : SourceReader
{
    /// <summary>More control characters than this share of the first bytes, and the file is no text.</summary>
    private const double MaxControlShare = 0.05;

    public override string Format => "CSV";

    public override ImmutableArray<string> Extensions { get; } = [".csv", ".tsv", ".tab", ".psv", ".txt"];

    public override bool Knows(SourceFile file)
    {
        var head = file.Head.Span[..Math.Min(file.Head.Length, 1 << 16)];
        if (TextEncoding.OfHead(head, out _) is not null) return true;
        var controls = 0;
        foreach (var value in head)
        {
            if (value < 32 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x01 or 0x0C or 0x1B or 0x1E or 0x1F)) controls++;
        }

        return controls <= Math.Max(8, head.Length * MaxControlShare);
    }

    public override async Task<Reading> ReadAsync(
        DuckDbSession session, SourceFile file, string? table, CancellationToken cancellationToken = default)
    {
        RefuseTable(file, table);
        var text = await PlainText.OfAsync(file, session, cancellationToken);
        var opening = CsvOpening.Of(text.Head, text.Dialect);
        if (opening.Names.IsEmpty) throw new InputException($"'{file.Name}' holds no records; there is nothing to assess.");

        var columns = FieldNames.Of(opening.Names);
        var faults = new FaultLog();
        if (!await TryLoadAsync(session, text, opening, columns, cancellationToken))
        {
            var clean = CsvMending.Mend(
                text.Open, text.Dialect, opening, text.Survey, text.HasBadBytes, session.NewFile(".csv"), faults, cancellationToken);
            await CsvTextLoad.LoadAsync(session, clean, cancellationToken);
        }

        return new(columns, new($"CSV, {text.Dialect.Describe()}, {text.EncodingName}")
        {
            Bytes = file.Bytes,
            Faults = [.. HeaderFaults.Of(opening.HasHeader, columns), .. faults.ToFaults(0, columns.Length)],
        });
    }

    private static async Task<bool> TryLoadAsync(
        DuckDbSession session, PlainText text, CsvOpening opening, ImmutableArray<ReadColumn> columns, CancellationToken cancellationToken)
    {
        var survey = text.Survey;
        if (text.HasBadBytes || survey.NulBytes > 0 || survey.HasStrayCarriageReturns || survey.HasBlankLines || survey.HasHugeLine || survey.HasSpacedQuotes
            || opening.Comment is not null || opening.LinesBefore is not { } lines)
        {
            return false;
        }

        try
        {
            await CsvTextLoad.LoadAsync(
                session, new(text.Path, text.Dialect, columns, lines, survey.Bytes, survey.Lines) { EndsInCrLf = survey.EndsInCrLf }, cancellationToken);
            // Where no field can span lines, each line is a record; if the engine counts otherwise it read something else.
            return survey.HasQuotes
                || await session.AskAsync<long>(SqlText.Of($"SELECT count(*) FROM {SqlText.Name(Relation)}"), cancellationToken) == survey.Lines - lines;
        }
        catch (DuckDBException error) when (DuckDbTrouble.IsOfTheData(error))
        {
            return false;
        }
    }
}
