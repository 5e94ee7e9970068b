namespace Assays.Contracts.Imports;

/// <summary>The formats of Soda that a contract can say.</summary>
internal static class SodaFormat
{
    /// <summary>The format's name in contracts.</summary>
    public static string? Name(string? format) => format switch
    {
        "email" => "email",
        "uuid" => "uuid",
        "ip address" or "ipv4 address" => "ipv4",
        "ipv6 address" => "ipv6",
        _ => null,
    };

    /// <summary>A regular expression for formats that have no name in contracts, or where some values may be invalid.</summary>
    public static string? Pattern(string? format) => format switch
    {
        "email" => "^[^@\\s]+@[^@\\s.]+([.][^@\\s.]+)+$",
        "uuid" => "^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$",
        "integer" => "^[-+]?[0-9]+$",
        "positive integer" => "^[+]?[0-9]+$",
        "negative integer" => "^-[0-9]+$",
        "decimal" or "decimal point" => "^[-+]?[0-9]*[.]?[0-9]+$",
        "percentage" or "percentage point" => "^[-+]?[0-9]*[.]?[0-9]+ ?%$",
        "date eu" => "^(0?[1-9]|[12][0-9]|3[01])[-./](0?[1-9]|1[0-2])[-./][0-9]{4}$",
        "date us" => "^(0?[1-9]|1[0-2])[-./](0?[1-9]|[12][0-9]|3[01])[-./][0-9]{4}$",
        "date inverse" => "^[0-9]{4}[-./](0?[1-9]|1[0-2])[-./](0?[1-9]|[12][0-9]|3[01])$",
        "date iso 8601" => "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
        "time 24h" => "^([01]?[0-9]|2[0-3]):[0-5][0-9]$",
        "time 24h:mm:ss" => "^([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$",
        "time 12h" => "^(0?[1-9]|1[0-2]):[0-5][0-9] ?[AaPp][Mm]$",
        _ => null,
    };
}
