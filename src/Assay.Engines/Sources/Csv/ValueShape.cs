using System.Text.RegularExpressions;

namespace Assays.Engines.Sources.Csv;

/// <summary>What a field looks like, as far as it helps to tell delimiters and headers.</summary>
internal enum ValueShape { Empty, Number, Date, Address, Code, Word, Text, Other }

/// <summary>Tells the shape of fields. Patterns run in linear time, so no field can hold them up.</summary>
internal static partial class ValueShapes
{
    private const int LongestLookedAt = 100;

    public static ValueShape Of(string field)
    {
        var text = field.Trim();
        if (text.Length == 0) return ValueShape.Empty;
        if (text.Length > LongestLookedAt) return ValueShape.Text;
        if (Number.IsMatch(text)) return ValueShape.Number;
        if (Date.IsMatch(text)) return ValueShape.Date;
        if (Address.IsMatch(text)) return ValueShape.Address;
        if (Code.IsMatch(text)) return ValueShape.Code;
        if (Word.IsMatch(text)) return ValueShape.Word;
        return Text.IsMatch(text) ? ValueShape.Text : ValueShape.Other;
    }

    [GeneratedRegex(@"^[-+(]?[$€£¥]?\s?([0-9]{1,3}([,.' ][0-9]{3})+|[0-9]+)?([.,][0-9]*)?([eE][-+]?[0-9]+)?\s?[%$€£¥)]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^([0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}[- ][A-Za-z]{3,9}[- ,]+[0-9]{2,4}|[A-Za-z]{3,9} [0-9]{1,2},? [0-9]{2,4})?[T ]?([0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?\s?([AaPp]\.?[Mm]\.?)?\s?(Z|[-+][0-9]{2}:?[0-9]{2})?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Date { get; }

    [GeneratedRegex(@"^([^@\s,;|]+@[^@\s,;|]+\.[A-Za-z]{2,}|[a-z]{2,6}://\S+|www\.\S+|[0-9]{1,3}(\.[0-9]{1,3}){3})$", RegexOptions.NonBacktracking)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"^(\p{L}*[0-9][\p{L}0-9]*([-_./:#]?[\p{L}0-9]+)*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"^[\p{L}\p{M}_][\p{L}\p{M}0-9_'.-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}\p{Sc}%_#&@+*/=<>()\[\]{}'’""!?.:°\s-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Text { get; }
}
