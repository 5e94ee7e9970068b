using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Assays.Contracts.Odcs;

namespace Assays.Contracts.Imports;

/// <summary>One check: a metric of columns, what it must be, and the settings below it.</summary>
internal sealed partial record SodaCheck(string Metric, ImmutableArray<string> Columns, ImmutableArray<(Expectation Expectation, string? Severity)> Demands, YamlTree Settings)
{
    private static readonly string[] Validity =
    [
        "valid values", "valid regex", "valid format", "valid min", "valid max", "valid length", "valid min length", "valid max length",
    ];

    private static readonly string[] Neutral = ["name", "warn", "fail", "attributes", "samples limit", "samples columns", "identity", "title", "missing values"];

    private string? Column => Columns is [var only] ? only : null;

    private bool InPercent => Metric.EndsWith("_percent", StringComparison.Ordinal);

    /// <returns>None when the line is no comparison of a metric with fixed numbers.</returns>
    public static SodaCheck? Parse(string line, YamlTree settings)
    {
        var match = Line().Match(line);
        if (!match.Success) return null;
        var demands = ImmutableArray.CreateBuilder<(Expectation, string?)>();
        var condition = match.Groups["condition"].Value;
        if (condition.Length > 0)
        {
            if (Read(condition) is not { } wanted) return null;
            demands.Add((wanted, null));
        }
        else
        {
            foreach (var (level, alert) in settings.Pairs.Where(static p => p.Key is "warn" or "fail"))
            {
                if (alert.Text is not { } text || !text.StartsWith("when ", StringComparison.Ordinal) || Read(text[5..]) is not { } unwanted) return null;
                demands.Add((Opposite(unwanted), level == "warn" ? "warning" : null));
            }
        }

        if (demands.Count == 0) return null;
        var columns = match.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(match.Groups["metric"].Value, [.. columns.Select(static c => c.Trim('"'))], demands.ToImmutable(), settings);
    }

    /// <returns>False when the check has no counterpart; the table is as it was then.</returns>
    public bool TryAdd(ImportedTable table)
    {
        if (Settings.Pairs.FirstOrDefault(p => !Neutral.Contains(p.Key) && !Validity.Contains(p.Key) && p.Key != $"{Metric} expression").Key is not null) return false;
        if (IsPlain && Column is { } column && Whole(table, column)) return true;
        if (Rules() is not { } rules) return false;
        foreach (var (expectation, severity) in Demands)
        {
            table.Add(Column, rules(expectation) with { Name = Settings["name"].Text, Severity = severity });
        }

        return true;
    }

    // Nothing wrong at all, as an error without a name: that the standard says of the column itself.
    private bool IsPlain => Demands is [({ Operator: Operator.MustBe, Value: 0 }, null)] && Settings["name"].Text is null && !Settings["missing values"].Exists;

    private bool Whole(ImportedTable table, string column)
    {
        switch (Metric)
        {
            case "missing_count" or "missing_percent": table.Require(column, null); return true;
            case "duplicate_count" or "duplicate_percent": table.Unique(column, null); return true;
            case "invalid_count" or "invalid_percent" when ValidityKeys is { Length: > 0 } keys && keys.All(static k => k is "valid min" or "valid max"): table.Limit(column, Range); return true;
            case "invalid_count" or "invalid_percent" when ValidityKeys is { Length: > 0 } keys && keys.All(static k => k.EndsWith("length", StringComparison.Ordinal)):
                table.Length(column, Settings["valid min length"].Whole ?? Settings["valid length"].Whole, Settings["valid max length"].Whole ?? Settings["valid length"].Whole);
                return true;
            case "invalid_count" or "invalid_percent" when ValidityKeys is ["valid format"] && SodaFormat.Name(Settings["valid format"].Text) is { } format:
                table.Option(column, "string", o => o with { Format = format });
                return true;
            default: return false;
        }
    }

    private string[] ValidityKeys => [.. Settings.Pairs.Select(static p => p.Key).Where(Validity.Contains)];

    private ImportedRange Range => new(Settings["valid min"].Text, Settings["valid max"].Text);

    private Func<Expectation, QualityRule>? Rules() => (Metric, Column) switch
    {
        ("row_count", null) when Columns.IsEmpty => ImportedRule.Rows,
        ("missing_count" or "missing_percent", not null) => e => Settings["missing values"].IsList
            ? ImportedRule.Missing(Settings["missing values"].Items.Select(static i => i.Text ?? ""), e, InPercent) : ImportedRule.Missing(e, InPercent),
        ("duplicate_count" or "duplicate_percent", not null) => e => ImportedRule.Duplicates(e, InPercent),
        ("duplicate_count" or "duplicate_percent", null) when Columns.Length > 1 => e => ImportedRule.Duplicates(Columns, e, InPercent),
        ("invalid_count" or "invalid_percent", not null) => Invalid(),
        ("avg", not null) => static e => ImportedRule.Own(OwnRule.Mean, e),
        ("distinct_count", not null) => static e => ImportedRule.Figure("count(DISTINCT ${column})", e),
        ("min" or "max" or "sum", not null) => e => ImportedRule.Figure($"{Metric}({ImportedRule.Number})", e),
        ("stddev" or "stddev_samp" or "stddev_pop" or "variance" or "var_samp" or "var_pop", not null) => e => ImportedRule.Figure($"{Metric}({ImportedRule.Number})", e),
        ("avg_length" or "min_length" or "max_length", not null) => e => ImportedRule.Figure($"{Metric[..3]}(length(CAST(${{column}} AS VARCHAR)))", e),
        (_, null) when Settings[$"{Metric} expression"].Text is { } expression => e => ImportedRule.Figure(expression, e),
        _ => null,
    };

    private Func<Expectation, QualityRule>? Invalid()
    {
        var ignored = Settings["missing values"].Texts;
        QualityRule Without(QualityRule rule) => rule with { Arguments = rule.Arguments with { MissingValues = ignored } };
        return ValidityKeys switch
        {
            ["valid values"] => e => Without(ImportedRule.Values(Settings["valid values"].Texts, e, InPercent)),
            ["valid regex"] when Settings["valid regex"].Text is { } pattern => e => Without(ImportedRule.Pattern(pattern, e, InPercent)),
            ["valid format"] when SodaFormat.Pattern(Settings["valid format"].Text) is { } pattern => e => Without(ImportedRule.Pattern(pattern, e, InPercent)),
            { Length: > 0 } keys when ignored.IsEmpty && keys.All(static k => k is "valid min" or "valid max") => e => Counted(Range.Outside, e),
            { Length: > 0 } keys when ignored.IsEmpty && keys.All(static k => k.EndsWith("length", StringComparison.Ordinal)) => e => Counted(Lengths.OutsideOf("length(CAST(${column} AS VARCHAR))"), e),
            _ => null,
        };
    }

    private ImportedRange Lengths => new(Settings["valid min length"].Text ?? Settings["valid length"].Text, Settings["valid max length"].Text ?? Settings["valid length"].Text);

    private QualityRule Counted(string outside, Expectation expectation) => ImportedRule.Figure(
        InPercent ? $"100.0 * count(*) FILTER (WHERE {outside}) / greatest(count(*), 1)" : $"count(*) FILTER (WHERE {outside})", expectation);

    private static Expectation? Read(string condition)
    {
        var range = Between().Match(condition);
        if (range.Success) return new(range.Groups["not"].Success ? Operator.MustNotBeBetween : Operator.MustBeBetween, Number(range.Groups["low"]), Number(range.Groups["high"]));
        var single = Comparison().Match(condition);
        if (!single.Success) return null;
        Operator? comparison = single.Groups["sign"].Value switch
        {
            "=" => Operator.MustBe,
            "!=" or "<>" => Operator.MustNotBe,
            ">" => Operator.MustBeGreaterThan,
            ">=" => Operator.MustBeGreaterOrEqualTo,
            "<" => Operator.MustBeLessThan,
            "<=" => Operator.MustBeLessOrEqualTo,
            _ => null,
        };
        return comparison is { } known ? new(known, Number(single.Groups["value"])) : null;
    }

    private static Expectation Opposite(Expectation expectation) => expectation with
    {
        Operator = expectation.Operator switch
        {
            Operator.MustBe => Operator.MustNotBe,
            Operator.MustNotBe => Operator.MustBe,
            Operator.MustBeGreaterThan => Operator.MustBeLessOrEqualTo,
            Operator.MustBeGreaterOrEqualTo => Operator.MustBeLessThan,
            Operator.MustBeLessThan => Operator.MustBeGreaterOrEqualTo,
            Operator.MustBeLessOrEqualTo => Operator.MustBeGreaterThan,
            Operator.MustBeBetween => Operator.MustNotBeBetween,
            _ => Operator.MustBeBetween,
        },
    };

    private static double Number(Group group) => double.Parse(group.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex("^\\s*(?<metric>[A-Za-z_][A-Za-z0-9_]*)\\s*(\\((?<columns>[^()]*)\\))?\\s*(?<condition>.*?)\\s*$")]
    private static partial Regex Line();

    [GeneratedRegex("^(?<not>not )?\\s*between\\s+(?<low>-?[0-9.]+)\\s*%?\\s+and\\s+(?<high>-?[0-9.]+)\\s*%?$")]
    private static partial Regex Between();

    [GeneratedRegex("^(?<sign>[<>=!]+)\\s*(?<value>-?[0-9.]+)\\s*%?$")]
    private static partial Regex Comparison();
}
