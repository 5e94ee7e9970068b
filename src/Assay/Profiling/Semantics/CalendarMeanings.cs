namespace Assays.Profiling.Semantics;

/// <summary>Names of months in English, long or short.</summary>
public sealed class MonthMeaning() : Meaning(SemanticType.Month)
{
    private static readonly CodeList Names = new(
        "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec");

    public override bool IsListed => true;
    public override int DistinctNeeded => 3;
    public override bool IsNamed(ColumnName name) => name.HasAny("month", "months");
    public override bool Looks(ReadOnlySpan<char> value) => Names.Contains(value.TrimEnd('.'));
}

/// <summary>Names of weekdays in English, long or short.</summary>
public sealed class WeekdayMeaning() : Meaning(SemanticType.Weekday)
{
    private static readonly CodeList Names = new(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun");

    public override bool IsListed => true;
    public override int DistinctNeeded => 2;
    public override bool IsNamed(ColumnName name) => name.HasAny("weekday", "day", "dayofweek", "dow");
    public override bool Looks(ReadOnlySpan<char> value) => Names.Contains(value.TrimEnd('.'));
}
