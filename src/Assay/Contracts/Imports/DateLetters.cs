using System.Text;

namespace Assays.Contracts.Imports;

/// <summary>Turns formats of strftime into the letters of Java's DateTimeFormatter, which contracts use.</summary>
internal static class DateLetters
{
    /// <returns>None when the format has a sign without a counterpart.</returns>
    public static string? Of(string? strftime)
    {
        if (string.IsNullOrEmpty(strftime) || !strftime.Contains('%', StringComparison.Ordinal)) return null;
        var letters = new StringBuilder();
        for (var i = 0; i < strftime.Length; i++)
        {
            var sign = strftime[i] == '%' && i + 1 < strftime.Length ? strftime[++i] : '\0';
            var part = sign switch
            {
                '\0' => char.IsAsciiLetter(strftime[i]) ? $"'{strftime[i]}'" : strftime[i].ToString(),
                'Y' => "yyyy",
                'y' => "yy",
                'm' => "MM",
                'd' => "dd",
                'H' => "HH",
                'I' => "hh",
                'M' => "mm",
                'S' => "ss",
                'f' => "SSSSSS",
                'p' => "a",
                'b' => "MMM",
                'B' => "MMMM",
                'a' => "EEE",
                'A' => "EEEE",
                'z' => "XX",
                '%' => "%",
                _ => null,
            };
            if (part is null) return null;
            letters.Append(part);
        }

        return letters.ToString();
    }
}
