using System.Collections.Immutable;
using System.Globalization;
using Assays.Contracts.Clauses;
using Assays.Findings;

namespace Assays.Contracts;

/// <summary>One difference between two contracts.</summary>
/// <param name="Breaks">Who relies on what is gone.</param>
public readonly record struct ContractChange(Party Breaks, string Description);

/// <summary>The two sides of a contract.</summary>
public enum Party
{
    Nobody,

    /// <summary>Those who read the data: what they could rely on is no longer promised.</summary>
    Consumers,

    /// <summary>Those who deliver the data: what kept the contract may now break it.</summary>
    Producers,
}

/// <summary>
/// Tells what changed between two contracts and whom it breaks. A promise that is dropped or loosened breaks consumers, one that is added or
/// tightened breaks producers; words and names of rules break nobody.
/// </summary>
public static class ContractDiff
{
    public static ImmutableArray<ContractChange> Between(Contract old, Contract now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        var changes = ImmutableArray.CreateBuilder<ContractChange>();
        foreach (var table in old.Tables)
        {
            if (now.Tables.FirstOrDefault(t => t.Name == table.Name) is { } kept) Compare(table, kept, changes);
            else changes.Add(new(Party.Consumers, $"table '{table.Name}' is gone"));
        }

        foreach (var table in now.Tables.Where(t => old.Tables.All(o => o.Name != t.Name))) changes.Add(new(Party.Nobody, $"table '{table.Name}' is new"));
        return changes.ToImmutable();
    }

    private static void Compare(ContractTable old, ContractTable now, ImmutableArray<ContractChange>.Builder changes)
    {
        foreach (var column in old.Columns)
        {
            if (now.Columns.FirstOrDefault(c => c.Name == column.Name) is { } kept) Compare(column, kept, changes);
            else changes.Add(new(Party.Consumers, $"column '{column.Name}' is gone"));
        }

        foreach (var column in now.Columns.Where(c => old.Columns.All(o => o.Name != c.Name)))
        {
            changes.Add(new(column.Required ? Party.Producers : Party.Nobody, $"column '{column.Name}' is new{(column.Required ? " and required" : "")}"));
        }

        Compare($"table '{old.Name}'", old.Quality, now.Quality, changes);
    }

    private static void Compare(ContractColumn old, ContractColumn now, ImmutableArray<ContractChange>.Builder changes)
    {
        var name = $"column '{old.Name}'";
        if (old.LogicalType != now.LogicalType)
        {
            var narrows = old.LogicalType is null || (old.LogicalType, now.LogicalType) is ("number", "integer");
            changes.Add(new(narrows ? Party.Producers : Party.Consumers, $"{name}: its type was {old.LogicalType ?? "open"} and is {now.LogicalType ?? "open"}"));
        }

        Promise(old.Required, now.Required, $"{name}: a value is", "required", changes);
        Promise(old.Unique, now.Unique, $"{name}: values are", "unique", changes);
        if (old.PrimaryKeyPosition != now.PrimaryKeyPosition) changes.Add(new(Party.Consumers, $"{name}: its part in the primary key changed"));

        var (before, after) = (old.Options, now.Options);
        Bound(before.MinLength, after.MinLength, isLower: true, $"{name}: the least length", changes);
        Bound(before.MaxLength, after.MaxLength, isLower: false, $"{name}: the greatest length", changes);
        Bound(Limit.Low(before), Limit.Low(after), isLower: true, $"{name}: the least value", changes);
        Bound(Limit.High(before), Limit.High(after), isLower: false, $"{name}: the greatest value", changes);
        Form(before.Pattern, after.Pattern, $"{name}: the pattern", changes);
        Form(before.Format, after.Format, $"{name}: the format", changes);
        Form(before.MultipleOf?.ToString(CultureInfo.InvariantCulture), after.MultipleOf?.ToString(CultureInfo.InvariantCulture), $"{name}: the step", changes);
        Compare(name, old.Quality, now.Quality, changes);
    }

    private static void Promise(bool old, bool now, string subject, string what, ImmutableArray<ContractChange>.Builder changes)
    {
        if (old && !now) changes.Add(new(Party.Consumers, $"{subject} no longer {what}"));
        if (now && !old) changes.Add(new(Party.Producers, $"{subject} now {what}"));
    }

    private static void Bound(double? old, double? now, bool isLower, string what, ImmutableArray<ContractChange>.Builder changes)
    {
        if (old == now) return;
        var tightens = old is null || now is not null && (isLower ? now > old : now < old);
        changes.Add(new(tightens ? Party.Producers : Party.Consumers, string.Create(CultureInfo.InvariantCulture, $"{what} was {Text(old)} and is {Text(now)}")));
    }

    private static void Bound(Limit? old, Limit? now, bool isLower, string what, ImmutableArray<ContractChange>.Builder changes)
    {
        if (old == now) return;
        var tightens = old is null || now is not null && (isLower ? now.CompareTo(old) : old.CompareTo(now)) is var order && (order > 0 || order == 0 && now!.IsOpen);
        changes.Add(new(tightens ? Party.Producers : Party.Consumers, $"{what} was {old?.ToString() ?? "open"} and is {now?.ToString() ?? "open"}"));
    }

    private static void Form(string? old, string? now, string what, ImmutableArray<ContractChange>.Builder changes)
    {
        if (old != now) changes.Add(new(old is null ? Party.Producers : Party.Consumers, $"{what} was {old ?? "none"} and is {now ?? "none"}"));
    }

    private static void Compare(string place, ImmutableArray<QualityRule> old, ImmutableArray<QualityRule> now, ImmutableArray<ContractChange>.Builder changes)
    {
        foreach (var rule in old)
        {
            if (now.FirstOrDefault(r => Demands(r) == Demands(rule)) is { } same)
            {
                Weight(rule, same, place, changes);
                continue;
            }

            var successor = now.FirstOrDefault(r => Subject(r) == Subject(rule) && old.All(o => Demands(o) != Demands(r)));
            changes.Add(successor is null
                ? new(Party.Consumers, $"{place}: the rule about {Subject(rule)} is gone")
                : new(Tightens(rule, successor) ? Party.Producers : Party.Consumers, $"{place}: the rule about {Subject(rule)} changed from {Demand(rule)} to {Demand(successor)}"));
        }

        foreach (var rule in now.Where(r => old.All(o => Subject(o) != Subject(r)))) changes.Add(new(Party.Producers, $"{place}: there is a new rule about {Subject(rule)}"));
    }

    private static bool Tightens(QualityRule old, QualityRule now)
    {
        var (before, after) = (old.Arguments.ValidValues, now.Arguments.ValidValues);
        if (!before.SequenceEqual(after) && before.Length > 0) return after.All(before.Contains);
        return (old.Expectation, now.Expectation) is ({ } wide, { } narrow) && narrow.IsWithin(wide);
    }

    private static void Weight(QualityRule old, QualityRule now, string place, ImmutableArray<ContractChange>.Builder changes)
    {
        var (before, after) = (old.Weight, now.Weight);
        if (before != after) changes.Add(new(after < before ? Party.Consumers : Party.Producers, $"{place}: the rule about {Subject(old)} was {Name(before)} and is {Name(after)}"));

        static string Name(Severity severity) => severity switch { Severity.Note => "a note", Severity.Warning => "a warning", _ => "an error" };
    }

    /// <summary>What two versions of one rule have in common.</summary>
    private static string Subject(QualityRule rule) => rule switch
    {
        { Name: { } name } => name,
        { Metric: OwnRule.Share } => $"the share of {string.Join(" or ", rule.Arguments.ValidValues.Select(static v => $"'{v}'"))}",
        _ => string.Join(' ', new[] { rule.Metric ?? rule.Query ?? rule.Description ?? "something", string.Join(" + ", rule.Arguments.Properties) }.Where(static s => s.Length > 0)),
    };

    private static (string Subject, RuleArguments Arguments, Expectation? Expectation, bool InPercent, string? Query) Demands(QualityRule rule) =>
        (Subject(rule), rule.Arguments, rule.Expectation, rule.InPercent, rule.Query);

    private static string Demand(QualityRule rule) =>
        $"{(rule.Arguments.ValidValues.Length > 0 && rule.Metric != OwnRule.Share ? string.Create(CultureInfo.InvariantCulture, $"{rule.Arguments.ValidValues.Length} valid values, ") : "")}{rule.Expectation?.ToString() ?? "nothing"}{(rule.InPercent ? " %" : "")}";

    private static string Text(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "none";

    /// <summary>A bound of a column's values.</summary>
    private sealed record Limit(string Value, bool IsOpen, bool IsLower)
    {
        public static Limit? Low(TypeOptions options) => Of(options.Minimum, options.ExclusiveMinimum, isLower: true);
        public static Limit? High(TypeOptions options) => Of(options.Maximum, options.ExclusiveMaximum, isLower: false);

        private static Limit? Of(string? closed, string? open, bool isLower) =>
            closed is not null ? new(Spelled(closed), false, isLower) : open is not null ? new(Spelled(open), true, isLower) : null;

        // The same number may be written in two ways.
        private static string Spelled(string text) => SpelledNumber.TryRead(text, out var number) ? number.ToString(CultureInfo.InvariantCulture) : text;

        public int CompareTo(Limit other) =>
            SpelledNumber.TryRead(Value, out var own) && SpelledNumber.TryRead(other.Value, out var others) ? own.CompareTo(others) : string.CompareOrdinal(Value, other.Value);

        public override string ToString() => $"{(IsLower, IsOpen) switch { (true, false) => "at least", (true, true) => "above", (false, false) => "at most", _ => "below" }} {Value}";
    }
}
