using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Assays.Reports;

/// <summary>Markup. Write it as an interpolated string: text in a hole is encoded, other <see cref="Html"/> is kept.</summary>
public sealed class Html
{
    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty { get; } = new("");

    /// <summary>What it takes in a UTF-8 file.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(_markup);

    public static Html Of(HtmlInterpolation html) => new(html.ToMarkup());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <summary>Parts with text between them, which is encoded.</summary>
    public static Html Join(string separator, IEnumerable<Html> parts) => new(string.Join(Of($"{separator}").ToString(), parts));

    /// <summary>The markup when a condition holds, else nothing.</summary>
    public static Html If(bool condition, Func<Html> html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return condition ? html() : Empty;
    }

    public override string ToString() => _markup;

    /// <summary>A script, a style or JSON of our own making, which must not be encoded and cannot end its element.</summary>
    internal static Html Verbatim(string text) =>
        text.Contains("</", StringComparison.Ordinal) && (text.Contains("</script", StringComparison.OrdinalIgnoreCase) || text.Contains("</style", StringComparison.OrdinalIgnoreCase))
            ? throw new ArgumentException("It would end its element.", nameof(text))
            : new(text);
}

/// <summary>What the compiler calls for an interpolated string given to <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
#pragma warning disable CA1815 // never compared
public readonly ref struct HtmlInterpolation
#pragma warning restore CA1815
{
    // Letters of all scripts stay readable; what has a meaning in markup is always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup;

    public HtmlInterpolation(int literalLength, int formattedCount) => _markup = new(literalLength + 16 * formattedCount);

    public void AppendLiteral(string text) => _markup.Append(text);
    public void AppendFormatted(Html html) => _markup.Append(html);
    public void AppendFormatted<T>(T value, string? format = null) =>
        _markup.Append(Encoder.Encode(value is IFormattable f ? f.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? ""));

    internal string ToMarkup() => _markup.ToString();
}
