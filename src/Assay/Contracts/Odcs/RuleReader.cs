using System.Collections.Immutable;

namespace Assays.Contracts.Odcs;

/// <summary>Reads the rules about quality of a table or a column.</summary>
internal sealed class RuleReader(List<string> warnings)
{
    private static readonly (string Key, Operator Operator)[] Operators =
    [
        ("mustBe", Operator.MustBe), ("mustNotBe", Operator.MustNotBe), ("mustBeGreaterThan", Operator.MustBeGreaterThan),
        ("mustBeGreaterOrEqualTo", Operator.MustBeGreaterOrEqualTo), ("mustBeLessThan", Operator.MustBeLessThan),
        ("mustBeLessOrEqualTo", Operator.MustBeLessOrEqualTo), ("mustBeBetween", Operator.MustBeBetween), ("mustNotBeBetween", Operator.MustNotBeBetween),
    ];

    private static readonly (string Name, string Short)[] Dimensions =
    [
        ("accuracy", "ac"), ("completeness", "cp"), ("conformity", "cf"), ("consistency", "cs"), ("coverage", "cv"), ("timeliness", "tm"), ("uniqueness", "uq"),
    ];

    public static string Key(Operator @operator) => Operators.First(o => o.Operator == @operator).Key;

    /// <summary>The rules of an owner; a rule with several comparisons becomes one for each, because the standard allows one.</summary>
    public ImmutableArray<QualityRule> Read(YamlTree owner, string place) => [.. owner["quality"].Items.SelectMany(rule => Split(rule, place))];

    private IEnumerable<QualityRule> Split(YamlTree tree, string place)
    {
        var kind = Kind(tree, place);
        var own = kind == RuleKind.Custom ? tree["implementation"] : default;
        var about = own.IsMap ? own : tree;
        if (tree["schedule"].Exists) warnings.Add($"{place}: the schedule '{tree["schedule"].Text}' of a rule is for other tools; Assay checks when it is called.");
        var rule = new QualityRule(kind)
        {
            Name = tree["name"].Text,
            Description = tree["description"].Text ?? (own.IsMap ? null : own.Text),
            Dimension = Dimension(tree["dimension"].Text, place),
            Severity = tree["severity"].Text,
            Metric = kind is RuleKind.Library or RuleKind.Custom ? about["metric"].Text ?? about["rule"].Text : null,
            Arguments = kind is RuleKind.Library or RuleKind.Custom ? Arguments(about, place) : RuleArguments.None,
            InPercent = kind != RuleKind.Text && IsPercent(about["unit"].Text, place),
            Query = tree["query"].Text,
            Engine = tree["engine"].Text,
        };
        var comparisons = kind == RuleKind.Text ? [] : Comparisons(about, place);
        return comparisons.Length == 0 ? [rule] : comparisons.Select(c => rule with { Expectation = c });
    }

    private RuleKind Kind(YamlTree rule, string place)
    {
        var type = rule["type"].Text ?? (rule["query"].Exists ? "sql" : rule["metric"].Exists || rule["rule"].Exists ? "library" : "text");
        switch (type)
        {
            case "library": return RuleKind.Library;
            case "sql": return RuleKind.Sql;
            case "text": return RuleKind.Text;
            case "custom": return RuleKind.Custom;
            default:
                warnings.Add($"{place}: a rule of the unknown type '{type}' is not checked.");
                return RuleKind.Text;
        }
    }

    private string? Dimension(string? text, string place)
    {
        if (text is null) return null;
        var known = Dimensions.FirstOrDefault(d => d.Name == text || d.Short == text).Name;
        if (known is null) warnings.Add($"{place}: '{text}' is none of the standard's dimensions ({string.Join(", ", Dimensions.Select(static d => d.Name))}).");
        return known;
    }

    private bool IsPercent(string? unit, string place)
    {
        if (unit is not (null or "rows" or "percent")) warnings.Add($"{place}: a rule counts in '{unit}'; Assay counts in rows or percent, and takes rows.");
        return unit == "percent";
    }

    private RuleArguments Arguments(YamlTree rule, string place)
    {
        // 3.0 wrote them beside the metric, and its validValues was a rule of its own.
        var from = rule["arguments"].Exists ? rule["arguments"] : rule;
        foreach (var (key, _) in rule["arguments"].Pairs.Where(static p => p.Key is not ("missingValues" or "validValues" or "pattern" or "properties")))
        {
            warnings.Add($"{place}: Assay does not know the argument '{key}' of a rule.");
        }

        return new()
        {
            MissingValues = [.. from["missingValues"].Items.Select(static i => i.Text ?? "")],
            ValidValues = from["validValues"].Texts,
            Pattern = from["pattern"].Text,
            Properties = from["properties"].Texts,
        };
    }

    private ImmutableArray<Expectation> Comparisons(YamlTree rule, string place)
    {
        var comparisons = ImmutableArray.CreateBuilder<Expectation>();
        foreach (var (key, comparison) in Operators)
        {
            var value = rule[key];
            if (!value.Exists) continue;
            if (Read(comparison, value) is { } expectation) comparisons.Add(expectation);
            else warnings.Add($"{place}: '{key}: {value.Text}' is no number that a figure can be compared with; the rule is not checked.");
        }

        return comparisons.ToImmutable();
    }

    // A query may answer with a truth, which counts as one or zero.
    private static Expectation? Read(Operator comparison, YamlTree value) => comparison switch
    {
        Operator.MustBeBetween or Operator.MustNotBeBetween => value.Items.Select(static i => i.Number).ToArray() switch
        {
            [{ } low, { } high] when low == high => new(comparison == Operator.MustBeBetween ? Operator.MustBe : Operator.MustNotBe, low),
            [{ } low, { } high] => new(comparison, Math.Min(low, high), Math.Max(low, high)),
            _ => null,
        },
        _ when value.Number is { } number => new(comparison, number),
        Operator.MustBe or Operator.MustNotBe when value.Flag is { } truth => new(comparison, truth ? 1 : 0),
        _ => null,
    };
}
