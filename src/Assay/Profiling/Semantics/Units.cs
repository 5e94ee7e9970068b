using System.Collections.Frozen;

namespace Assays.Profiling.Semantics;

/// <summary>Units of measure, as they end a column's name (<c>length_mm</c>, <c>Speed in knots</c>) or follow a number (<c>12 oz</c>).</summary>
public static class Units
{
    private static readonly FrozenSet<string> InNames =
        ("mm cm km kg mg lb lbs oz ml sec secs second seconds min mins minute minutes hour hours hrs day days week weeks ms msec ns mph kmh kph knots knot feet ft inch inches miles " +
         "mile meters metres meter metre celsius fahrenheit kelvin pixels px bytes kb mb gb mhz ghz hz kw kwh mw mwh watts volts amps psi hpa kpa pa mbar ppm ppb acres hectares " +
         "gallons gal liters litres db dbm bpm rpm degrees deg kcal joules sqft sqm g m c f l s h").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OneLetter = "g m c f l s h".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AfterNumbers = InNames.Concat(
        "% °c °f ° ounce ounces pound pounds gram grams kilogram m² m³ cm² km² µg in hr yr yrs year years x k w v a t tons tonnes cl dl fl. fl cc nm km/h m/s mi usd eur gbp $ € £ ¥"
            .Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The unit in a column's name: its last word, when it is one and not the only word, or a word of two letters or more anywhere after <c>in</c>.</summary>
    public static string? Of(ColumnName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Words.Length < 2) return null;
        var last = name.Words[^1];
        if (last == "min" && !name.HasAny("time", "duration", "length", "running", "runtime", "elapsed", "delay", "in")) return null;
        if (InNames.Contains(last) && (!OneLetter.Contains(last) || name.Words[^2].Length > 2)) return last;
        var at = name.Words.IndexOf("in");
        return at > 0 && at + 1 < name.Words.Length && InNames.Contains(name.Words[at + 1]) ? name.Words[at + 1] : null;
    }

    /// <summary>Whether a text after a number is a unit.</summary>
    public static bool IsUnit(string suffix)
    {
        ArgumentNullException.ThrowIfNull(suffix);
        return AfterNumbers.Contains(suffix) || AfterNumbers.Contains(suffix.TrimEnd('.'));
    }
}
