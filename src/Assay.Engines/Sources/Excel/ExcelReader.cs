using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Engines.Sources.Csv;
using ExcelDataReader;

namespace Assays.Engines.Sources.Excel;

/// <summary>Reads a sheet of an Excel workbook: the first visible one that holds something, or the one that is asked for.</summary>
internal sealed class ExcelReader : SourceReader
{
    public override string Format => "an Excel workbook";

    public override ImmutableArray<string> Extensions { get; } = [".xlsx", ".xlsm", ".xlsb", ".xls"];

    public override bool Knows(SourceFile file) =>
        file.BeginsWith([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        || (file.BeginsWith("PK\u0003\u0004"u8) && (Extensions.Contains(file.Extension) || HoldsWorkbook(file)));

    public override Task<Reading> ReadAsync(
        DuckDbSession session, SourceFile file, string? table, CancellationToken cancellationToken = default) =>
        DamagedFile.GuardAsync(file, Format, async () =>
        {
            TextEncoding.RegisterCodePages();
            await using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = ExcelReaderFactory.CreateReader(stream, new() { FallbackEncoding = Encoding.GetEncoding(1252) });
            var index = Choose(reader, file, table);
            Open(reader, index);
            var sheet = ExcelSheet.Survey(reader, cancellationToken);
            if (sheet.IsEmpty) throw new InputException($"The sheet '{reader.Name}' of '{file.Name}' is empty; there is nothing to assess.");

            var opening = CsvOpening.Of(sheet.Head);
            if (opening.Names.IsEmpty) throw new InputException($"The sheet '{reader.Name}' of '{file.Name}' holds no records; there is nothing to assess.");
            var columns = FieldNames.Of(opening.Names);
            Open(reader, index);
            using var staging = new RowStaging(session);
            Copy(reader, sheet, opening.RecordsBefore, columns.Length, staging, cancellationToken);
            var structure = new Structure($"Excel, sheet '{reader.Name}'") { Bytes = file.Bytes, Faults = [.. HeaderFaults.Of(opening.HasHeader, columns)] };
            return await staging.LoadAsync(session, columns, [], structure, cancellationToken);
        });

    private static void Copy(IExcelDataReader reader, ExcelSheet sheet, int recordsBefore, int columns, RowStaging staging, CancellationToken cancellationToken)
    {
        var blanks = 0L;
        foreach (var row in sheet.Rows(reader).Skip(recordsBefore))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (columns > 1 && Array.TrueForAll(row, static c => c is null))
            {
                blanks++;
                continue;
            }

            staging.Skip(blanks);
            blanks = 0;
            staging.Begin();
            for (var i = 0; i < columns; i++) staging.Add(i < row.Length ? row[i] : null);
            staging.End();
        }
    }

    /// <returns>The position of the sheet among all.</returns>
    private static int Choose(IExcelDataReader reader, SourceFile file, string? asked)
    {
        var sheets = new List<(string Name, bool IsVisible, bool IsFilled)>();
        do
        {
            sheets.Add((reader.Name, reader.VisibleState == "visible", IsFilled(reader)));
        }
        while (reader.NextResult());
        if (asked is not null)
        {
            var name = TableChoice.Of(file, [.. sheets.Select(static s => s.Name)], asked);
            return sheets.FindIndex(s => s.Name == name);
        }

        var first = sheets.FindIndex(static s => s is { IsFilled: true, IsVisible: true });
        if (first < 0) first = sheets.FindIndex(static s => s.IsFilled);
        return first >= 0 ? first : throw new InputException($"The sheets of '{file.Name}' are empty; there is nothing to assess.");
    }

    private static bool IsFilled(IExcelDataReader reader)
    {
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (ExcelCell.Text(reader, i, withTime: true) is not null) return true;
            }
        }

        return false;
    }

    private static void Open(IExcelDataReader reader, int index)
    {
        reader.Reset();
        for (; index > 0; index--) reader.NextResult();
    }

    private static bool HoldsWorkbook(SourceFile file)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file.Path);
            return archive.GetEntry("xl/workbook.xml") is not null || archive.GetEntry("xl/workbook.bin") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
