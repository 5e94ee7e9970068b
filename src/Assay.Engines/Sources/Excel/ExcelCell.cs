using System.Globalization;
using ExcelDataReader;

namespace Assays.Engines.Sources.Excel;

/// <summary>Writes a cell's value as text: numbers in full and without the sheet's format, dates as ISO 8601 has them.</summary>
internal static class ExcelCell
{
    /// <param name="reader">Stands on a row.</param>
    /// <param name="column">The 0-based column.</param>
    /// <param name="withTime">Whether dates of this column have a time of day.</param>
    public static string? Text(IExcelDataReader reader, int column, bool withTime) => reader.GetValue(column) switch
    {
        null or "" => null,
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime date => date.ToString(withTime ? date.Millisecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    public static bool HasTime(IExcelDataReader reader, int column) => reader.GetValue(column) is DateTime date && date.TimeOfDay != TimeSpan.Zero;
}
