namespace Assays.Profiling.Semantics;

/// <summary>Numbers of books: ISBN-10 and ISBN-13.</summary>
public sealed class IsbnMeaning() : Meaning(SemanticType.Isbn)
{
    public override int DistinctNeeded => 5;
    public override bool IsNamed(ColumnName name) => name.HasAny("isbn");

    public override bool Looks(ReadOnlySpan<char> value)
    {
        if (value.Length is < 10 or > 17) return false;
        var digits = TextForm.Digits(value);
        if (digits == 13) return (value.StartsWith("978") || value.StartsWith("979")) && TextForm.IsGroupedDigits(value, " -", 13, 13);
        var body = value[^1] is 'X' or 'x' ? value[..^1].TrimEnd("- ") : value;
        return digits == (body.Length == value.Length ? 10 : 9) && TextForm.IsGroupedDigits(body, " -", 9, 10);
    }

    public override bool Fits(ReadOnlySpan<char> value) =>
        Looks(value) && (TextForm.Digits(value) == 13 ? CheckDigits.Ean(value) : CheckDigits.Eleven(value));
}

/// <summary>Numbers of periodicals: 1234-567X.</summary>
public sealed class IssnMeaning() : Meaning(SemanticType.Issn)
{
    public override int DistinctNeeded => 3;
    public override bool IsNamed(ColumnName name) => name.HasAny("issn");

    public override bool Looks(ReadOnlySpan<char> value) =>
        value.Length == 9 && value[4] == '-' && TextForm.Digits(value[..4]) == 4 && TextForm.Digits(value[5..8]) == 3
        && (char.IsAsciiDigit(value[8]) || value[8] is 'X' or 'x');

    public override bool Fits(ReadOnlySpan<char> value) => Looks(value) && CheckDigits.Eleven(value);
}

/// <summary>Article numbers of trade: EAN-8, UPC-A, EAN-13, GTIN-14.</summary>
public sealed class EanMeaning() : Meaning(SemanticType.Ean)
{
    public override int DistinctNeeded => 10;
    public override bool IsNamed(ColumnName name) => name.HasAny("ean", "gtin", "upc", "barcode");

    public override bool Looks(ReadOnlySpan<char> value) => value.Length is 8 or 12 or 13 or 14 && TextForm.Digits(value) == value.Length;

    public override bool Fits(ReadOnlySpan<char> value) => Looks(value) && CheckDigits.Ean(value);
}
