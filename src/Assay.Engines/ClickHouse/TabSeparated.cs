using System.Globalization;
using System.Text;

namespace Assays.Engines.ClickHouse;

/// <summary>Reads ClickHouse's documented format <c>TabSeparatedWithNamesAndTypes</c>.</summary>
internal static class TabSeparated
{
    public static string[] Names(string line) => [.. line.Split('\t').Select(static cell => Text(cell)!)];

    /// <summary>The cells of a line; a missing value is null, a whole number a long or ulong, another number a double, all else its text.</summary>
    public static object?[] Row(string line, string[] types)
    {
        var cells = line.Split('\t');
        var row = new object?[types.Length];
        for (var i = 0; i < row.Length; i++) row[i] = Value(Text(cells[i]), types[i]);
        return row;
    }

    /// <summary>The type of the values, without what says that they may be missing or how they are kept.</summary>
    public static string Bare(string type)
    {
        foreach (var wrapper in (string[])["Nullable(", "LowCardinality("])
        {
            if (type.StartsWith(wrapper, StringComparison.Ordinal)) return Bare(type[wrapper.Length..^1]);
        }

        return type;
    }

    private static object? Value(string? text, string type) => text is null ? null : Bare(type) switch
    {
        "UInt64" => ulong.Parse(text, CultureInfo.InvariantCulture),
        "UInt8" or "UInt16" or "UInt32" or "Int8" or "Int16" or "Int32" or "Int64" => long.Parse(text, CultureInfo.InvariantCulture),
        "Float32" or "Float64" => Number(text),
        _ => text,
    };

    private static double Number(string text) => text switch
    {
        "nan" or "-nan" => double.NaN,
        "inf" or "+inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    /// <summary>A cell without its escapes; null where it stands for a missing value.</summary>
    public static string? Text(string cell)
    {
        if (cell == "\\N") return null;
        if (!cell.Contains('\\', StringComparison.Ordinal)) return cell;
        var text = new StringBuilder(cell.Length);
        for (var i = 0; i < cell.Length; i++)
        {
            text.Append(cell[i] != '\\' || i + 1 == cell.Length ? cell[i] : cell[++i] switch
            {
                'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', '0' => '\0', var other => other,
            });
        }

        return text.ToString();
    }
}
