namespace Assays.Profiling.Semantics;

/// <summary>Countries: ISO 3166 codes of two or three letters, or English names.</summary>
public sealed class CountryMeaning() : Meaning(SemanticType.Country)
{
    private static readonly CodeList Codes = new(
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX " +
        "CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR " +
        "IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE " +
        "NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF " +
        "TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UK UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW " +
        "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLR BLZ BMU BOL BRA BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD " +
        "COG COL COM CPV CRI CUB CUW CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HKG HND HRV " +
        "HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAR MCO MDA MDG MDV MEX MHL " +
        "MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRI PRK PRT PRY PSE QAT ROU RUS RWA SAU SDN SEN " +
        "SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR URY USA UZB VAT VCT VEN VNM VUT WSM " +
        "XKX YEM ZAF ZMB ZWE");

    private static readonly CodeList Names = new(
        "Afghanistan,Albania,Algeria,Andorra,Angola,Antigua and Barbuda,Argentina,Armenia,Australia,Austria,Azerbaijan,Bahamas,Bahrain,Bangladesh,Barbados,Belarus,Belgium," +
        "Belize,Benin,Bhutan,Bolivia,Bosnia and Herzegovina,Botswana,Brazil,Brunei,Bulgaria,Burkina Faso,Burundi,Cambodia,Cameroon,Canada,Cape Verde,Cabo Verde," +
        "Central African Republic,Chad,Chile,China,Colombia,Comoros,Congo,Costa Rica,Croatia,Cuba,Cyprus,Czech Republic,Czechia,Denmark,Djibouti,Dominica," +
        "Dominican Republic,Ecuador,Egypt,El Salvador,England,Equatorial Guinea,Eritrea,Estonia,Eswatini,Ethiopia,Fiji,Finland,France,Gabon,Gambia,Georgia,Germany,Ghana," +
        "Great Britain,Greece,Grenada,Guatemala,Guinea,Guinea-Bissau,Guyana,Haiti,Honduras,Hong Kong,Hungary,Iceland,India,Indonesia,Iran,Iraq,Ireland,Israel,Italy," +
        "Ivory Coast,Jamaica,Japan,Jordan,Kazakhstan,Kenya,Kiribati,Kosovo,Kuwait,Kyrgyzstan,Laos,Latvia,Lebanon,Lesotho,Liberia,Libya,Liechtenstein,Lithuania,Luxembourg," +
        "Madagascar,Malawi,Malaysia,Maldives,Mali,Malta,Marshall Islands,Mauritania,Mauritius,Mexico,Micronesia,Moldova,Monaco,Mongolia,Montenegro,Morocco,Mozambique," +
        "Myanmar,Namibia,Nauru,Nepal,Netherlands,The Netherlands,New Zealand,Nicaragua,Niger,Nigeria,North Korea,North Macedonia,Macedonia,Northern Ireland,Norway,Oman," +
        "Pakistan,Palau,Palestine,Panama,Papua New Guinea,Paraguay,Peru,Philippines,Poland,Portugal,Puerto Rico,Qatar,Romania,Russia,Russian Federation,Rwanda," +
        "Saint Kitts and Nevis,Saint Lucia,Samoa,San Marino,Saudi Arabia,Scotland,Senegal,Serbia,Seychelles,Sierra Leone,Singapore,Slovakia,Slovenia,Solomon Islands," +
        "Somalia,South Africa,South Korea,Korea,South Sudan,Spain,Sri Lanka,Sudan,Suriname,Sweden,Switzerland,Syria,Taiwan,Tajikistan,Tanzania,Thailand,Timor-Leste,Togo," +
        "Tonga,Trinidad and Tobago,Tunisia,Turkey,Türkiye,Turkmenistan,Tuvalu,Uganda,Ukraine,United Arab Emirates,UAE,United Kingdom,UK,United States," +
        "United States of America,USA,Uruguay,Uzbekistan,Vanuatu,Vatican,Venezuela,Vietnam,Viet Nam,Wales,Yemen,Zambia,Zimbabwe", ',');

    public override bool IsListed => true;
    public override int DistinctNeeded => 3;
    public override bool IsNamed(ColumnName name) => name.HasAny("country", "nation", "nationality", "countries", "iso");

    public override bool Looks(ReadOnlySpan<char> value) => Fits(value);

    public override bool Fits(ReadOnlySpan<char> value) => value.Length is 2 or 3 ? Codes.Contains(value) || value is "USA" or "UAE" : Names.Contains(value);
}

/// <summary>States: those of the United States and the provinces of Canada, by code or by name.</summary>
public sealed class StateMeaning() : Meaning(SemanticType.State)
{
    private static readonly CodeList Codes = new(
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR VI GU AS MP " +
        "AA AE AP FM MH PW AB BC MB NB NL NS NT NU ON PE QC SK YT");

    private static readonly CodeList Names = new(
        "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland," +
        "Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma," +
        "Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming,District of Columbia," +
        "Puerto Rico,Virgin Islands,Guam,American Samoa,Alberta,British Columbia,Manitoba,New Brunswick,Newfoundland and Labrador,Nova Scotia,Ontario,Prince Edward Island," +
        "Quebec,Saskatchewan,Northwest Territories,Nunavut,Yukon", ',');

    public override bool IsListed => true;
    public override int DistinctNeeded => 3;
    public override bool IsNamed(ColumnName name) => name.HasAny("state", "province", "st", "states");

    public override bool Looks(ReadOnlySpan<char> value) => value.Length == 2 ? Codes.Contains(value) : Names.Contains(value);
}

/// <summary>Postal codes, where the name says so: digits, or letters and digits in the forms of the larger countries.</summary>
public sealed class PostalCodeMeaning() : Meaning(SemanticType.PostalCode)
{
    public override bool NeedsName => true;
    public override bool IsNamed(ColumnName name) => name.HasAny("zip", "zipcode", "postcode", "postal", "postalcode", "plz", "zips");

    public override bool Looks(ReadOnlySpan<char> value)
    {
        if (value.Length is < 3 or > 10) return false;
        if (TextForm.IsGroupedDigits(value, "-", 3, 9)) return value.Length <= 7 || value is [_, _, _, _, _, '-', ..];
        return TextForm.IsAll(value, static letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-') && value.ContainsAnyInRange('0', '9')
            && char.IsAsciiLetter(value[0]);
    }
}

/// <summary>Codes of languages (ISO 639): two or three small letters, with a region perhaps.</summary>
public sealed class LanguageCodeMeaning() : Meaning(SemanticType.LanguageCode)
{
    private static readonly CodeList Codes = new(
        "aa ab af ak am ar as ay az ba be bg bn bo br bs ca co cs cy da de dv dz el en eo es et eu fa fi fj fo fr fy ga gd gl gn gu ha he hi hr ht hu hy id ig is it iu ja jv ka " +
        "kk km kn ko ku ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny or pa pl ps pt qu rm rn ro ru rw sa sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te " +
        "tg th ti tk tl tn to tr ts tt tw ug uk ur uz ve vi wo xh yi yo za zh zu ara bul cat ces chi cze dan deu dut ell eng est fas fin fra fre ger gre heb hin hrv hun ice ind " +
        "isl ita jpn kor lat lav lit mac msa nld nor per pol por ron rum rus scr slk slo slv spa srp swe tha tur ukr vie zho mul und");

    public override bool IsListed => true;
    public override int DistinctNeeded => 3;
    public override bool NeedsName => true;
    public override bool IsNamed(ColumnName name) => name.HasAny("language", "lang", "locale", "languages");
    public override bool Looks(ReadOnlySpan<char> value) => value.Length is 2 or 3 or 5 && TextForm.IsAll(value, static c => char.IsAsciiLetter(c) || c is '-' or '_');

    public override bool Fits(ReadOnlySpan<char> value) =>
        value.Length == 5 ? value[2] is '-' or '_' && Codes.Contains(value[..2]) : value.Length is 2 or 3 && Codes.Contains(value);
}

/// <summary>Names of cities, where the name says so: a dictionary would never be complete.</summary>
public sealed class CityMeaning() : Meaning(SemanticType.City)
{
    public override bool NeedsName => true;
    public override bool IsNamed(ColumnName name) => name.HasAny("city", "town", "municipality", "cities", "towns");
    public override bool Looks(ReadOnlySpan<char> value) => value.Length is >= 2 and <= 60 && TextForm.Digits(value) == 0 && TextForm.Words(value) <= 5;
}
