using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Contracts.Odcs;

/// <summary>
/// Reads contracts of the Open Data Contract Standard, in YAML or JSON. Version 3.1 and 3.0 are understood; a later 3.x is read with a warning.
/// </summary>
public static class ContractFile
{
    private static readonly string[] KnownOptions =
    [
        "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    ];

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

        foreach (var promise in root["slaProperties"].Items) warnings.Add($"The service level '{promise["property"].Text}' is not checked.");

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
        WarnOfRelationships(table, name, warnings);
        return new(name, [.. table["properties"].Items.SelectMany(p => Columns(p, "", warnings))])
        {
            PhysicalName = table["physicalName"].Text,
            Description = table["description"].Text,
            Quality = new RuleReader(warnings).Read(table, name),
        };
    }

    // Nested properties are columns named with dots, as Assay flattens nested data.
    private static ImmutableArray<ContractColumn> Columns(YamlTree property, string prefix, List<string> warnings)
    {
        var name = prefix + (property["name"].Text ?? throw new InputException($"Line {property.Line}: a property of the contract has no name."));
        WarnOfRelationships(property, name, warnings);
        if (property["items"].Exists) warnings.Add($"{name}: what is said of the items of a list is not checked.");
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
            Options = Options(property["logicalTypeOptions"], name, warnings),
            Quality = new RuleReader(warnings).Read(property, name),
        };
        return [column];
    }

    private static void WarnOfRelationships(YamlTree owner, string place, List<string> warnings)
    {
        foreach (var relationship in owner["relationships"].Items) warnings.Add($"{place}: the relationship to {relationship["to"].Text ?? "several columns"} is not checked.");
    }

    private static TypeOptions Options(YamlTree options, string place, List<string> warnings)
    {
        if (!options.Exists) return TypeOptions.None;
        foreach (var (key, _) in options.Pairs.Where(static p => !KnownOptions.Contains(p.Key))) warnings.Add($"{place}: the option '{key}' is not checked.");
        return new()
        {
            MinLength = options["minLength"].Whole,
            MaxLength = options["maxLength"].Whole,
            Pattern = options["pattern"].Text,
            Format = options["format"].Text,
            Minimum = Bound(options, "minimum", "exclusiveMinimum", wantsExclusive: false),
            Maximum = Bound(options, "maximum", "exclusiveMaximum", wantsExclusive: false),
            ExclusiveMinimum = Bound(options, "minimum", "exclusiveMinimum", wantsExclusive: true),
            ExclusiveMaximum = Bound(options, "maximum", "exclusiveMaximum", wantsExclusive: true),
            MultipleOf = options["multipleOf"].Number is > 0 and var multiple ? multiple : null,
        };
    }

    // In 3.0 an exclusive bound is a flag beside the bound; since 3.1 it is the bound itself.
    private static string? Bound(YamlTree options, string inclusive, string exclusive, bool wantsExclusive)
    {
        var isFlag = options[exclusive].Flag is not null;
        if (!isFlag) return options[wantsExclusive ? exclusive : inclusive].Text;
        return options[exclusive].Flag == wantsExclusive ? options[inclusive].Text : null;
    }
}
