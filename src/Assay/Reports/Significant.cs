using System.Globalization;

namespace Assays.Reports;

/// <summary>
/// Numbers as reports hold them: nine significant digits. Sums over a table differ in their last bits with the number of threads;
/// what is written must not.
/// </summary>
internal static class Significant
{
    public static double Round(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;
}
