namespace Assays.Profiling.Semantics;

/// <summary>International bank account numbers (ISO 13616).</summary>
public sealed class IbanMeaning() : Meaning(SemanticType.Iban)
{
    public override bool IsPersonal => true;
    public override string? Detail => "bank account number";
    public override bool IsNamed(ColumnName name) => name.HasAny("iban");

    public override bool Looks(ReadOnlySpan<char> value)
    {
        if (value.Length is < 15 or > 42 || !char.IsAsciiLetterUpper(value[0]) || !char.IsAsciiLetterUpper(value[1])) return false;
        return char.IsAsciiDigit(value[2]) && char.IsAsciiDigit(value[3]) && TextForm.IsAll(value, static letter => char.IsAsciiLetterOrDigit(letter) || letter == ' ');
    }

    public override bool Fits(ReadOnlySpan<char> value) => Looks(value) && CheckDigits.Iban(value);
}

/// <summary>Numbers of payment cards (ISO/IEC 7812): 13 to 19 digits that begin as the networks' do.</summary>
public sealed class CardNumberMeaning() : Meaning(SemanticType.CardNumber)
{
    public override bool IsPersonal => true;
    public override string? Detail => "payment card number";
    public override int DistinctNeeded => 5;
    public override bool IsNamed(ColumnName name) => name.HasAny("card", "creditcard", "cardnumber", "pan", "cc");

    public override bool Looks(ReadOnlySpan<char> value) =>
        value.Length > 0 && value[0] is '2' or '3' or '4' or '5' or '6' && TextForm.IsGroupedDigits(value, " -", 13, 19);

    public override bool Fits(ReadOnlySpan<char> value) => Looks(value) && CheckDigits.Luhn(value);
}

/// <summary>Codes of currencies (ISO 4217).</summary>
public sealed class CurrencyCodeMeaning() : Meaning(SemanticType.CurrencyCode)
{
    private static readonly CodeList Codes = new(
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD " +
        "EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP " +
        "LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD " +
        "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL");

    public override bool IsListed => true;
    public override bool IsNamed(ColumnName name) => name.HasAny("currency", "ccy", "curr");
    public override bool Looks(ReadOnlySpan<char> value) => value.Length == 3 && TextForm.IsAll(value, char.IsAsciiLetter);
    public override bool Fits(ReadOnlySpan<char> value) => value.Length == 3 && Codes.Contains(value);
}
