using System.Globalization;
using Assays.Data;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>Finite numbers that texts spell, read alike in the process and in the engine.</summary>
internal static class SpelledNumber
{
    public static bool TryRead(string? text, out double number)
    {
        number = Read(text);
        return !double.IsNaN(number);
    }

    /// <summary>The number; NaN where there is none.</summary>
    public static double Read(ReadOnlySpan<char> text)
    {
        var digits = text.Trim();
        // The engine passes over a plus, whatever stands behind it.
        if (digits.StartsWith("+-")) digits = digits[1..];
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN;
    }

    /// <summary>The number of a column's value as SQL; NULL where it is none, and where it is infinite or NaN, whatever the engine thinks of its order.</summary>
    public static SqlText Of(Column column)
    {
        var number = SqlText.Call(SqlFunction.Number, SqlText.Of($"{column}"));
        return column.Kind is ColumnKind.Integer ? number : SqlText.Of($"(CASE WHEN {number} BETWEEN {double.MinValue} AND {double.MaxValue} THEN {number} END)");
    }
}
