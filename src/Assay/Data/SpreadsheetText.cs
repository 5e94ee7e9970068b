using System.Globalization;

namespace Assays.Data;

/// <summary>Makes a stranger's text safe to open in a spreadsheet.</summary>
public static class SpreadsheetText
{
    /// <summary>
    /// A text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets take for "this is text". Plain
    /// numbers stay as they are.
    /// </summary>
    public static string Of(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text ?? "";
}
