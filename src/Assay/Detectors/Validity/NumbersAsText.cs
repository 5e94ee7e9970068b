using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;
using Assays.Profiling.Typing;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Detectors.Validity;

/// <summary>
/// Numbers with something written around them: a unit, a currency, a percent sign, separated thousands. Written in one way throughout that is a
/// note for whoever reads the file; written in several ways, the rarer ones are wrong.
/// </summary>
public sealed class NumbersAsText : Detector
{
    /// <summary>The share of values, missing ones apart, that must read as numbers for the column to be one of numbers.</summary>
    private const double ShareNeeded = 0.9;

    /// <summary>The share of one way of writing from which it is the column's; below, nobody can say which is right.</summary>
    private const double UsualShare = 0.25;

    /// <summary>The share of one unit, however written, above which it is the column's.</summary>
    private const double UsualUnitShare = 0.5;

    private const int MostSuffixes = 12;
    private const double SameUnitConfidence = 0.8;
    private const double OtherUnitConfidence = 0.6;
    private const double UnreadConfidence = 0.75;

    public override Rule Rule { get; } = new("AS0223", "numbers-as-text", "Numbers written as text", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            if (MayBeNumbers(profile) && Judge(examination, profile) is { } finding) yield return finding;
        }
    }

    /// <summary>Whether the column is one of numbers with something around them, so that this rule speaks about how they are written.</summary>
    internal static bool IsAboutNumbers(ColumnProfile profile, SampledColumn values) => MayBeNumbers(profile) && Numbers(values) is not null;

    /// <summary>Digits can also be a name for something; what stands around them is then part of the name.</summary>
    private static bool MayBeNumbers(ColumnProfile profile) =>
        profile.Type is ValueType.Text or ValueType.Integer or ValueType.Number
        && profile.Semantic is not (SemanticType.Phone or SemanticType.PostalCode or SemanticType.Identifier or SemanticType.Isbn or SemanticType.Issn or SemanticType.Ean
            or SemanticType.CardNumber or SemanticType.IpAddress or SemanticType.Code);

    /// <summary>Whether this rule speaks about a value, so that no other need call it no number.</summary>
    internal static bool IsReadable(string text, ColumnProfile profile) =>
        MayBeNumbers(profile) && DecoratedNumber.Read(text) is { IsPlain: false } number && IsBelievable(number);

    private Finding? Judge(Examination examination, ColumnProfile profile)
    {
        var values = examination.Sample[profile.Column];
        if (Numbers(values) is not { } numbers) return null;
        var ways = numbers.Select((number, code) => (Number: number, Code: code)).Where(static pair => pair.Number is not null)
            .GroupBy(static pair => Way(pair.Number!.Value))
            .Select(group => (Way: group.Key, Rows: group.Sum(pair => (long)values.Counts[pair.Code]), Codes: group.Select(static pair => pair.Code).ToList()))
            .OrderByDescending(static way => way.Rows).ThenBy(static way => way.Codes[0]).ToList();
        if (ways.Select(static way => way.Way.Suffix).Distinct().Count() > MostSuffixes || ways[0].Rows < UsualShare * ways.Sum(static way => way.Rows)) return null;
        if (IsLabelled(ways)) return null;
        var unread = Enumerable.Range(0, numbers.Length).Where(code => numbers[code] is null && !IsHole(values.Values[code])).ToList();
        return ways.Count == 1 && unread.Count == 0 ? Consistent(profile, ways[0].Way, values) : Mixed(examination, profile, numbers, ways, unread);
    }

    /// <summary>Whether what stands behind the numbers is a label and no unit: 2005f beside 2005s. A measurement has one unit, or one that prevails.</summary>
    private static bool IsLabelled(List<(Decoration Way, long Rows, List<int> Codes)> ways)
    {
        var units = ways.GroupBy(static way => Unit(way.Way.Suffix), static way => way.Rows).Select(static unit => unit.Sum()).ToList();
        return units.Count > 1 && units.Max() <= UsualUnitShare * units.Sum();
    }

    private static bool IsHole(string text) => string.IsNullOrWhiteSpace(text) || MissingTokens.Strength(text) >= 0.5;

    /// <summary>The number of each distinct value; none at all when too few values are numbers, or all are written plainly.</summary>
    private static DecoratedNumber?[]? Numbers(SampledColumn values)
    {
        var numbers = new DecoratedNumber?[values.Values.Length];
        var (judged, readable) = (0L, 0L);
        for (var code = 0; code < numbers.Length; code++)
        {
            var text = values.Values[code];
            if (IsHole(text)) continue;
            judged += values.Counts[code];
            numbers[code] = Read(text);
            if (numbers[code] is not null) readable += values.Counts[code];
        }

        return judged > 0 && readable >= ShareNeeded * judged && numbers.Any(static number => number is { IsPlain: false }) ? numbers : null;
    }

    private Finding? Consistent(ColumnProfile profile, Decoration way, SampledColumn values) => way.IsPlain ? null :
        new(Rule, [profile.Column], $"{profile.Column.Label} holds numbers written as text {way}, such as {Wording.Quote(values.Values[0])}; programs read them as words until that is taken off.")
        {
            Severity = Severity.Note,
            AffectedRows = profile.Present,
            Evidence = [new("writtenAs", way.ToString())],
        };

    private Finding? Mixed(
        Examination examination, ColumnProfile profile, DecoratedNumber?[] numbers, List<(Decoration Way, long Rows, List<int> Codes)> ways, List<int> unread)
    {
        var values = examination.Sample[profile.Column];
        var usual = ways[0];
        var suspects = new SuspectValues(examination, profile.Column);
        foreach (var way in ways.Skip(1))
        {
            // Thousands are separated where there are thousands: 999 beside 1,000 is one way of writing.
            if (way.Way with { HasThousands = false } == usual.Way with { HasThousands = false } && IsBySize(numbers, way, usual)) continue;
            var same = Unit(way.Way.Suffix) == Unit(usual.Way.Suffix) && way.Way.Prefix == usual.Way.Prefix;
            foreach (var code in way.Codes)
            {
                var repair = same || AreAlike(numbers, way.Codes, usual.Codes) ? Rewrite(values.Values[code], numbers[code]!.Value, usual.Way) : null;
                suspects.Add(code, same || repair is not null ? SameUnitConfidence : OtherUnitConfidence, $"Most values are written {usual.Way}.", repair is null ? null : new(repair));
            }
        }

        // Among plain numbers a value that is none is told by AS0222.
        if (profile.Type == ValueType.Text)
        {
            foreach (var code in unread) suspects.Add(code, UnreadConfidence, $"Not a number {usual.Way}, as most values are.");
        }

        if (suspects.Rows == 0) return usual.Way.IsPlain ? null : Consistent(profile, usual.Way, values);
        return suspects.Complete(new(
            Rule, [profile.Column],
            $"{Wording.Percent(1 - suspects.Share)} of the values of {profile.Column.Label} are numbers written {usual.Way}, but {Wording.Count(suspects.Rows, "row")} are written otherwise{suspects.SuchAs}.")
        {
            Title = "Numbers written in several ways",
            Evidence = [new("ways", (long)ways.Count), new("usual", usual.Way.ToString())],
            Repair = new("Write the numbers in one way, best plainly with the unit in the column's name.", IsCertain: false),
        });
    }

    private static DecoratedNumber? Read(string text) => NumberText.TypeOf(text) != ValueType.Text
        ? new(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), "", "", false, false)
        : DecoratedNumber.Read(text) is { } number && IsBelievable(number) ? number : null;

    /// <summary>A word after a number is a unit when it is known as one or is a single word; "Main St" after 12 is not.</summary>
    private static bool IsBelievable(DecoratedNumber number) =>
        number.Suffix.Length == 0 || Profiling.Semantics.Units.IsUnit(number.Suffix) || (number.Suffix.Length > 2 && number.Suffix.All(char.IsLower));

    private static Decoration Way(DecoratedNumber number) => new(number.Prefix, number.Suffix, number.HasThousands, number.HasDecimalComma);

    private static bool IsBySize(DecoratedNumber?[] numbers, (Decoration Way, long Rows, List<int> Codes) one, (Decoration Way, long Rows, List<int> Codes) other)
    {
        var (with, without) = one.Way.HasThousands ? (one, other) : (other, one);
        return with.Way.HasThousands && !without.Way.HasThousands && without.Codes.All(code => Math.Abs(numbers[code]!.Value.Value) < 10_000);
    }

    /// <summary>Whether the numbers of two ways of writing are of one size, so that only the writing differs and not the unit.</summary>
    private static bool AreAlike(DecoratedNumber?[] numbers, List<int> some, List<int> others)
    {
        var (one, other) = (Middle(some), Middle(others));
        return one == other || (one > 0 && other > 0 && one / other is > 1 / 3.0 and < 3);

        double Middle(List<int> codes)
        {
            var sorted = codes.Select(code => Math.Abs(numbers[code]!.Value.Value)).Order().ToList();
            return sorted[sorted.Count / 2];
        }
    }

    /// <summary>The number as the usual way writes it, its digits kept as they are.</summary>
    private static string? Rewrite(string text, DecoratedNumber number, Decoration usual)
    {
        if (number.HasThousands || number.HasDecimalComma || usual.HasDecimalComma || usual.HasThousands) return null;
        var digits = new string([.. text.Where(static letter => char.IsAsciiDigit(letter) || letter is '.' or '-')]).TrimEnd('.');
        var space = usual.Suffix.Length > 1 && char.IsLetter(usual.Suffix[0]) ? " " : "";
        return $"{usual.Prefix}{digits}{space}{usual.Suffix}";
    }

    /// <summary>One spelling for the spellings of a unit.</summary>
    private static string Unit(string suffix)
    {
        var unit = suffix.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Trim();
        if (unit.Length > 3 && unit[^1] == 's') unit = unit[..^1];
        return unit switch
        {
            "ounce" => "oz", "pound" or "lb" or "lbs" => "lb", "gram" or "gm" => "g", "kilogram" or "kilo" => "kg", "inche" or "inch" => "in", "foot" or "feet" => "ft",
            "meter" or "metre" => "m", "hour" or "hr" or "hrs" => "h", "minute" or "min" or "mins" => "min", "second" or "sec" or "secs" => "s",
            "liter" or "litre" or "ltr" => "l", "mile" => "mi", "percent" or "pct" => "%", "year" or "yr" or "yrs" => "y", "dollar" or "usd" => "$", "euro" or "eur" => "€",
            _ => unit,
        };
    }

    /// <summary>One way to write numbers.</summary>
    private readonly record struct Decoration(string Prefix, string Suffix, bool HasThousands, bool HasDecimalComma)
    {
        public bool IsPlain => this == new Decoration("", "", false, false);

        public override string ToString()
        {
            var signs = new List<string>();
            if (Prefix is { Length: > 0 }) signs.Add(Wording.Quote(Prefix));
            if (Suffix is { Length: > 0 }) signs.Add(Wording.Quote(Suffix));
            if (HasThousands) signs.Add("separated thousands");
            if (HasDecimalComma) signs.Add("a decimal comma");
            return signs.Count == 0 ? "plainly" : $"with {Wording.Join(signs)}";
        }
    }
}
