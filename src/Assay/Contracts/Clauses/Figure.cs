using System.Globalization;

namespace Assays.Contracts.Clauses;

/// <summary>The engine's answer to an aggregate, as a number.</summary>
internal static class Figure
{
    /// <returns>NaN where the answer is missing or no number.</returns>
    public static double Read(object? answer) => answer switch
    {
        null => double.NaN,
        bool truth => truth ? 1 : 0,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        System.Numerics.BigInteger big => (double)big,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => double.NaN,
    };
}
