using System.Collections.Immutable;
using System.Globalization;

namespace Assays.Labels;

/// <summary>The order of classes: by number when all of them are numbers, else by text.</summary>
public static class ClassNames
{
    public static ImmutableArray<string> Sort(IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToArray();
        var numbers = Array.ConvertAll(distinct, Number);
        if (numbers.All(double.IsFinite)) Array.Sort(numbers, distinct);
        else Array.Sort(distinct, StringComparer.Ordinal);
        return [.. distinct];
    }

    /// <summary>The number that a class's name spells, or NaN.</summary>
    public static double Number(string name) =>
        double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
