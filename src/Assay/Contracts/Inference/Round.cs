namespace Assays.Contracts.Inference;

/// <summary>Numbers that people can read: two significant digits, away from what was seen.</summary>
internal static class Round
{
    public static double Up(double value) => To(value, Math.Ceiling);

    public static double Down(double value) => To(value, Math.Floor);

    private static double To(double value, Func<double, double> direction)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value))) - 1;
        return exponent >= 0
            ? direction(value / Math.Pow(10, exponent)) * Math.Pow(10, exponent)
            : direction(value * Math.Pow(10, -exponent)) / Math.Pow(10, -exponent);
    }
}
