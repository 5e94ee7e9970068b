using System.Globalization;
using System.Text;

namespace Assays.IntegrationTests.Servers;

/// <summary>Tables whose names and values try to leave their quotes, made by chance from a seed.</summary>
internal static class HostileTable
{
    private const int Rows = 60;

    private static readonly string[] Names =
    [
        "select", "FROM", "a\"b", "a`b", "a'b", "a\\b", "a\\", "'; DROP TABLE t; --", "a b ", " a", "ünïcödé", "日本語", "🙂", "{0}", "{{x}}", "$1", ":x", "@p", "?", "%s", "a--b", "/* a */",
        "<script>", "=cmd()", "a\nb", "NULL", "true", "1", "0", "1e3", "rowid", "source", "relation", "answer", new string('n', 63), new string('n', 64), new string('é', 40), "A", "a",
    ];

    private static readonly string Zeros = new('0', 150);

    private static readonly string[] Values =
    [
        "", " ", "'", "''", "\"", "\\", "\\\\", "\\'", "\\N", "\\0", "NULL", "null", "\t", "\n", "\r\n", "a\tb", "'; DROP TABLE t; --", "$$", "$1", "{0}", "%", "_", "--", "/*", "<script>alert(1)</script>",
        "e\u0301", "é", "𝒳", "🙂🙂", "\u202Eabc", "\u00A0", "\u200B", "0", "-0", "00", Zeros + "5", "1e308", "1e-308", "NaN", "inf", "-Infinity", "0x1F", "1,000", "1.", ".5", "+7", "2024-02-29", "true", "x",
    ];

    /// <summary>As CSV.</summary>
    /// <param name="seed">Chooses the names and the values.</param>
    /// <param name="longestName">Bytes that a name may have: some servers cut longer ones.</param>
    /// <param name="without">A name that a server cannot bear.</param>
    /// <param name="extremes">Whether there are numbers at the ends of what a double holds.</param>
    public static string Csv(int seed, int longestName = 200, string without = "", bool extremes = true)
    {
        var chance = new Random(seed);
        var names = Names.Where(name => Encoding.UTF8.GetByteCount(name) <= longestName && name != without).OrderBy(_ => chance.Next()).Take(6).Append("plain").ToArray();
        var kinds = names.Select(_ => Values.Where(v => extremes || !v.StartsWith("1e", StringComparison.Ordinal)).OrderBy(_ => chance.Next()).Take(2 + chance.Next(8)).ToArray()).ToArray();
        var text = new StringBuilder().AppendJoin(',', names.Select(Quoted)).Append('\n');
        for (var row = 0; row < Rows; row++)
        {
            var cells = kinds.Select(kind => chance.Next(12) == 0 ? Strange(chance) : kind[chance.Next(kind.Length)]).ToArray();
            cells[^1] = (1_000 + row).ToString(CultureInfo.InvariantCulture);
            text.AppendJoin(',', cells.Select(Quoted)).Append('\n');
        }

        return text.ToString();
    }

    private static string Strange(Random chance) =>
        string.Concat(Enumerable.Range(0, 1 + chance.Next(8)).Select(_ => "'\"\\`;,-% \n\tab0é𝒳"[chance.Next(14)..][..1])).Replace("\uD835", "", StringComparison.Ordinal);

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
