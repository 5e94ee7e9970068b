using System.Text;

namespace Assays.Engines.Sources.Csv;

/// <summary>How a text file separates its fields.</summary>
/// <param name="Delimiter">The byte between fields.</param>
/// <param name="Quote">The byte around fields that hold delimiters or line ends.</param>
/// <param name="Escape">The byte before a quote inside a quoted field; the quote itself when quotes are doubled.</param>
public readonly record struct CsvDialect(byte Delimiter, byte Quote, byte Escape)
{
    /// <summary>What RFC 4180 describes.</summary>
    public static CsvDialect Standard { get; } = new((byte)',', (byte)'"', (byte)'"');

    /// <summary>Stands for a delimiter where each line is one value: a control character that text does not hold.</summary>
    internal const byte NoDelimiter = 0x1E;

    /// <summary>The dialect in words, without the usual: <c>semicolon</c>.</summary>
    public string Describe()
    {
        var delimiter = Delimiter switch
        {
            (byte)',' => "comma",
            (byte)';' => "semicolon",
            (byte)'\t' => "tab",
            (byte)'|' => "vertical bar",
            (byte)' ' => "space",
            (byte)':' => "colon",
            NoDelimiter => "one value a line",
            var other => $"delimiter {new Rune(other)}",
        };
        var quote = Quote == (byte)'"' ? "" : ", single quotes";
        var escape = Escape == Quote ? "" : ", backslash escapes";
        return $"{delimiter}{quote}{escape}";
    }
}
