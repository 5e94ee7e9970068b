using System.Globalization;

namespace Assays.Explaining;

/// <summary>Numbers as they are said aloud: three digits that count.</summary>
internal static class Figure
{
    public static string Of(double value)
    {
        if (value == 0) return "0";
        var size = Math.Abs(value);
        if (size is >= 1e9 or < 1e-4) return value.ToString("0.##E+0", CultureInfo.InvariantCulture);
        if (size is >= 100 and < 10_000) return value.ToString(size < 1_000 ? "0.#" : "N0", CultureInfo.InvariantCulture);
        return double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("#,0.######", CultureInfo.InvariantCulture);
    }
}
