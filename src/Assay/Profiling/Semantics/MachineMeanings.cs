using System.Buffers;
using System.Net;
using System.Text.Json;

namespace Assays.Profiling.Semantics;

/// <summary>Addresses of IP version 4 and 6.</summary>
public sealed class IpAddressMeaning() : Meaning(SemanticType.IpAddress)
{
    private static readonly SearchValues<char> FourSigns = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> SixSigns = SearchValues.Create("0123456789abcdefABCDEF:.");

    public override bool IsNamed(ColumnName name) => name.HasAny("ip", "ipaddress", "ipv", "host");

    public override bool Looks(ReadOnlySpan<char> value) =>
        (value.Length is >= 7 and <= 15 && value.Count('.') == 3 && !value.ContainsAnyExcept(FourSigns))
        || (value.Length is >= 3 and <= 39 && value.Count(':') >= 2 && value.ContainsAnyInRange('0', '9') && !value.ContainsAnyExcept(SixSigns)
            && !IsTime(value));

    public override bool Fits(ReadOnlySpan<char> value) => Looks(value) && IPAddress.TryParse(value, out _);

    private static bool IsTime(ReadOnlySpan<char> value) => value.Count(':') == 2 && value.IndexOf("::") < 0;
}

/// <summary>UUIDs in their canonical form, with or without braces.</summary>
public sealed class UuidMeaning() : Meaning(SemanticType.Uuid)
{
    public override bool Looks(ReadOnlySpan<char> value) => value.Length is 36 or 38 && value.Count('-') == 4;

    public override bool Fits(ReadOnlySpan<char> value) => Looks(value) && Guid.TryParse(value, out _);
}

/// <summary>Objects and arrays in JSON.</summary>
public sealed class JsonMeaning() : Meaning(SemanticType.Json)
{
    public override int DistinctNeeded => 1;

    public override bool Looks(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return value.Length >= 2 && ((value[0] == '{' && value[^1] == '}' && (value.Contains(':') || value.Length == 2)) || (value[0] == '[' && value[^1] == ']'));
    }

    public override bool Fits(ReadOnlySpan<char> value)
    {
        if (!Looks(value)) return false;
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(value.ToString()));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>Colours: as # and six hexadecimal digits, or the basic names.</summary>
public sealed class ColorMeaning() : Meaning(SemanticType.Color)
{
    private static readonly CodeList Names = new(
        "black white red green blue yellow orange purple pink brown gray grey silver gold cyan magenta violet beige maroon navy teal olive lime turquoise tan ivory " +
        "aqua coral crimson indigo khaki lavender salmon bronze burgundy");

    public override bool IsNamed(ColumnName name) => name.HasAny("color", "colour", "colors", "colours");

    public override bool Looks(ReadOnlySpan<char> value) =>
        Names.Contains(value) || (value.Length is 7 && value[0] == '#' && TextForm.IsAll(value[1..], char.IsAsciiHexDigit));
}
