using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Contracts.Odcs;

/// <summary>
/// Reads contracts of the Open Data Contract Standard, in YAML or JSON. Version 3.1 and 3.0 are understood; a later 3.x is read with a warning.
/// </summary>
public static class ContractFile
{
    private static readonly (string Key, Operator Operator)[] Operators =
    [
        ("mustBe", Operator.MustBe), ("mustNotBe", Operator.MustNotBe), ("mustBeGreaterThan", Operator.MustBeGreaterThan),
        ("mustBeGreaterOrEqualTo", Operator.MustBeGreaterOrEqualTo), ("mustBeLessThan", Operator.MustBeLessThan),
        ("mustBeLessOrEqualTo", Operator.MustBeLessOrEqualTo), ("mustBeBetween", Operator.MustBeBetween), ("mustNotBeBetween", Operator.MustNotBeBetween),
    ];

    internal static string Key(Operator @operator) => Operators.First(o => o.Operator == @operator).Key;

    /// <summary>Reads a contract.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <exception cref="InputException">It is no contract of this standard.</exception>
    public static Contract Parse(string text, string name) => Parse(YamlTree.Parse(text, name), name);

    internal static bool Knows(YamlTree root) => root["kind"].Text == "DataContract" || root["apiVersion"].Text?.StartsWith("v3.", StringComparison.Ordinal) == true;

    internal static Contract Parse(YamlTree root, string name)
    {
        if (!root.IsMap) throw new InputException($"'{name}' is no contract: it is not a list of keys and values.");
        var warnings = new List<string>();
        var version = root["apiVersion"].Text ?? throw new InputException($"'{name}' is no data contract: it has no apiVersion. Write 'apiVersion: {Contract.Standard}' and 'kind: DataContract'.");
        if (!version.StartsWith("v3.", StringComparison.Ordinal))
        {
            throw new InputException($"'{name}' is a contract of version {version}; Assay reads v3.0 and v3.1.");
        }

        if (!version.StartsWith("v3.0.", StringComparison.Ordinal) && !version.StartsWith("v3.1.", StringComparison.Ordinal))
        {
            warnings.Add($"The contract's version {version} is newer than {Contract.Standard}; what is new in it is not checked.");
        }

        foreach (var key in new[] { "id", "version", "status" })
        {
            if (root[key].Text is null) warnings.Add($"The contract lacks '{key}', which the standard demands.");
        }

        return new(root["id"].Text ?? name, root["version"].Text ?? "0.0.0", root["status"].Text ?? "draft", [.. root["schema"].Items.Select(t => Table(t, warnings))])
        {
            ApiVersion = version,
            Name = root["name"].Text,
            Purpose = root["description"]["purpose"].Text ?? root["description"].Text,
            Warnings = [.. warnings],
        };
    }

    private static ContractTable Table(YamlTree table, List<string> warnings)
    {
        var name = table["name"].Text ?? table["physicalName"].Text ?? throw new InputException($"Line {table.Line}: a table of the contract has no name.");
        return new(name, [.. table["properties"].Items.SelectMany(p => Columns(p, "", warnings))])
        {
            PhysicalName = table["physicalName"].Text,
            Description = table["description"].Text,
            Quality = Rules(table, name, warnings),
        };
    }

    // Nested properties are columns named with dots, as Assay flattens nested data.
    private static ImmutableArray<ContractColumn> Columns(YamlTree property, string prefix, List<string> warnings)
    {
        var name = prefix + (property["name"].Text ?? throw new InputException($"Line {property.Line}: a property of the contract has no name."));
        if (property["properties"].IsList)
        {
            if (property["quality"].Exists) warnings.Add($"{name}: rules about a nested object as a whole are not checked.");
            return [.. property["properties"].Items.SelectMany(p => Columns(p, name + ".", warnings))];
        }

        var column = new ContractColumn(name)
        {
            PhysicalName = prefix.Length == 0 ? property["physicalName"].Text : null,
            LogicalType = property["logicalType"].Text,
            PhysicalType = property["physicalType"].Text,
            Description = property["description"].Text,
            Classification = property["classification"].Text,
            Required = property["required"].Flag ?? false,
            Unique = property["unique"].Flag ?? false,
            PrimaryKeyPosition = property["primaryKey"].Flag == true ? Math.Max(1, property["primaryKeyPosition"].Whole ?? 1) : null,
            Options = Options(property["logicalTypeOptions"]),
            Quality = Rules(property, name, warnings),
        };
        return [column];
    }

    private static TypeOptions Options(YamlTree options) => !options.Exists ? TypeOptions.None : new()
    {
        MinLength = options["minLength"].Whole,
        MaxLength = options["maxLength"].Whole,
        Pattern = options["pattern"].Text,
        Format = options["format"].Text,
        Minimum = Bound(options, "minimum", "exclusiveMinimum", wantsExclusive: false),
        Maximum = Bound(options, "maximum", "exclusiveMaximum", wantsExclusive: false),
        ExclusiveMinimum = Bound(options, "minimum", "exclusiveMinimum", wantsExclusive: true),
        ExclusiveMaximum = Bound(options, "maximum", "exclusiveMaximum", wantsExclusive: true),
        MultipleOf = options["multipleOf"].Number,
    };

    // In 3.0 an exclusive bound is a flag beside the bound; since 3.1 it is the bound itself.
    private static string? Bound(YamlTree options, string inclusive, string exclusive, bool wantsExclusive)
    {
        var isFlag = options[exclusive].Flag is not null;
        if (!isFlag) return options[wantsExclusive ? exclusive : inclusive].Text;
        return options[exclusive].Flag == wantsExclusive ? options[inclusive].Text : null;
    }

    private static ImmutableArray<QualityRule> Rules(YamlTree owner, string place, List<string> warnings) =>
        [.. owner["quality"].Items.Select(rule => Rule(rule, place, warnings))];

    private static QualityRule Rule(YamlTree rule, string place, List<string> warnings)
    {
        var kind = Kind(rule, place, warnings);
        var own = kind == RuleKind.Custom ? rule["implementation"] : default;
        var about = own.IsMap ? own : rule;
        return new(kind)
        {
            Name = rule["name"].Text,
            Description = rule["description"].Text ?? (own.IsMap ? null : own.Text),
            Dimension = rule["dimension"].Text,
            Severity = rule["severity"].Text,
            Metric = about["metric"].Text ?? about["rule"].Text,
            Arguments = Arguments(about),
            Expectation = Compare(about, place, warnings),
            InPercent = about["unit"].Text == "percent",
            Query = rule["query"].Text,
            Engine = rule["engine"].Text,
        };
    }

    private static RuleKind Kind(YamlTree rule, string place, List<string> warnings)
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

    private static RuleArguments Arguments(YamlTree rule)
    {
        var arguments = rule["arguments"];
        // 3.0 wrote them beside the metric.
        var from = arguments.Exists ? arguments : rule;
        return new()
        {
            MissingValues = [.. from["missingValues"].Items.Select(static i => i.Text ?? "")],
            ValidValues = from["validValues"].Texts,
            Pattern = from["pattern"].Text,
            Properties = from["properties"].Texts,
        };
    }

    private static Expectation? Compare(YamlTree rule, string place, List<string> warnings)
    {
        foreach (var (key, comparison) in Operators)
        {
            var value = rule[key];
            if (!value.Exists) continue;
            if (comparison is Operator.MustBeBetween or Operator.MustNotBeBetween)
            {
                if (value.Items.Select(static i => i.Number).ToArray() is [{ } low, { } high]) return new(comparison, low, high);
            }
            else if (value.Number is { } number)
            {
                return new(comparison, number);
            }

            warnings.Add($"{place}: '{key}: {value.Text}' is no number that a figure can be compared with; the rule is not checked.");
        }

        return null;
    }
}
