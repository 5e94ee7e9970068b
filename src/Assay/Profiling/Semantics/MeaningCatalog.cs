using System.Collections.Immutable;

namespace Assays.Profiling.Semantics;

/// <summary>Every meaning that is told from texts, the most particular first. A new one adds its line here.</summary>
public static class MeaningCatalog
{
    public static ImmutableArray<Meaning> All { get; } =
    [
        new UuidMeaning(),
        new EmailMeaning(),
        new UrlMeaning(),
        new IpAddressMeaning(),
        new IbanMeaning(),
        new PersonNumberMeaning(),
        new IssnMeaning(),
        new IsbnMeaning(),
        new CardNumberMeaning(),
        new EanMeaning(),
        new JsonMeaning(),
        new MonthMeaning(),
        new WeekdayMeaning(),
        new ColorMeaning(),
        new CurrencyCodeMeaning(),
        new StateMeaning(),
        new CountryMeaning(),
        new LanguageCodeMeaning(),
        new PostalCodeMeaning(),
        new PhoneMeaning(),
        new CityMeaning(),
        new PersonNameMeaning(),
    ];
}
