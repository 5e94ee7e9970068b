using System.Collections.Immutable;
using Assays.Contracts.Odcs;

namespace Assays.Contracts.Imports;

/// <summary>Reads JSON Schemas of objects, which stand for rows; nested objects are columns named with dots, as Assay flattens nested data.</summary>
internal sealed class SchemaOfJson
{
    private const int Deepest = 20;

    private static readonly string[] Silent =
    [
        "type", "title", "description", "default", "examples", "$comment", "$id", "$anchor", "$schema", "deprecated", "readOnly", "writeOnly", "properties", "required",
        "$defs", "definitions", "$ref", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "additionalProperties",
    ];

    private readonly YamlTree _root;
    private readonly ImportedTable _table;

    private SchemaOfJson(YamlTree root, ImportedTable table) => (_root, _table) = (root, table);

    public static bool Knows(YamlTree root) => root["properties"].IsMap || root["items"].IsMap || root["$schema"].Text?.Contains("json-schema", StringComparison.Ordinal) == true;

    public static ImmutableArray<ImportedTable> Read(YamlTree root, string fileName)
    {
        var table = new ImportedTable(fileName) { Description = root["description"].Text };
        var reader = new SchemaOfJson(root, table);
        var row = reader.Meant(root["items"].IsMap ? root["items"] : root);
        reader.Properties(row, "", isPresent: true, 0);
        reader.KeepOfObject(null, row);
        return [table];
    }

    private void Properties(YamlTree schema, string prefix, bool isPresent, int depth)
    {
        var required = schema["required"].Texts;
        foreach (var (name, property) in schema["properties"].Pairs) Property(prefix + name, Meant(property), isPresent && required.Contains(name), depth);
    }

    private void Property(string name, YamlTree schema, bool isRequired, int depth)
    {
        if (schema["properties"].IsMap && depth < Deepest)
        {
            Properties(schema, name + ".", isRequired, depth + 1);
            KeepOfObject(name, schema);
            return;
        }

        if (schema["$ref"].Text is { } reference) _table.Keep(name, $"what '{reference}' says");

        ImmutableArray<string> types = schema["type"].IsList ? schema["type"].Texts : schema["type"].Text is { } only ? [only] : [];
        var isNullable = types.Contains("null");
        types = types.Remove("null");
        _table.Change(name, c => c with { Description = schema["description"].Text ?? schema["title"].Text });
        if (isRequired && !isNullable) _table.Require(name, null);
        if (types is [var type] && type is "string" or "number" or "integer" or "boolean") _table.Change(name, c => c with { LogicalType = type });
        else if (!types.IsEmpty) _table.Keep(name, $"the type {string.Join(" or ", types)}");

        if (Range(schema) is { } range) _table.Limit(name, range);
        foreach (var (key, value) in schema.Pairs.Where(static p => !Silent.Contains(p.Key))) Keyword(name, key, value);
    }

    // What is said of an object as a whole has no column of its own; its properties do.
    private void KeepOfObject(string? name, YamlTree schema)
    {
        foreach (var (key, value) in schema.Pairs.Where(static p => !Silent.Contains(p.Key))) _table.Keep(null, $"{(name is null ? "" : $"{name}: ")}{key}: {ImportedTable.Words(value)}");
        if (schema["additionalProperties"].Flag == false) _table.Keep(null, $"{(name is null ? "" : $"{name}: ")}that there are no other properties", "a check notes columns that the contract does not know");
    }

    private void Keyword(string name, string key, YamlTree value)
    {
        switch (key)
        {
            case "enum" when value.IsList: _table.Add(name, ImportedRule.Values(value.Texts, ImportedRule.None, inPercent: false)); break;
            case "const" when value.Text is { } only: _table.Add(name, ImportedRule.Values([only], ImportedRule.None, inPercent: false)); break;
            case "minLength": _table.Option(name, "string", o => o with { MinLength = value.Whole }); break;
            case "maxLength": _table.Option(name, "string", o => o with { MaxLength = value.Whole }); break;
            case "pattern" when value.Text is { } pattern: _table.Option(name, "string", o => o with { Pattern = pattern }); break;
            case "multipleOf" when value.Number is > 0 and var multiple: _table.Option(name, "number", o => o with { MultipleOf = multiple }); break;
            case "format" when value.Text is "date" or "time" or "date-time": _table.Change(name, c => c with { LogicalType = value.Text == "date-time" ? "timestamp" : value.Text }); break;
            case "format" when value.Text is "email" or "uri" or "uuid" or "ipv4" or "ipv6" or "hostname": _table.Option(name, "string", o => o with { Format = value.Text }); break;
            default: _table.Keep(name, $"{key}: {ImportedTable.Words(value)}"); break;
        }
    }

    // Until draft 4 an exclusive bound was a flag beside the bound.
    private static ImportedRange? Range(YamlTree schema)
    {
        var (low, high) = (schema["exclusiveMinimum"], schema["exclusiveMaximum"]);
        var range = new ImportedRange(
            low.Number is not null ? low.Text : schema["minimum"].Text, high.Number is not null ? high.Text : schema["maximum"].Text,
            low.Number is not null || low.Flag == true, high.Number is not null || high.Flag == true);
        return (range.Low ?? range.High) is null ? null : range;
    }

    /// <summary>What a schema refers to inside its document, through a few steps.</summary>
    private YamlTree Meant(YamlTree schema)
    {
        for (var step = 0; step < Deepest && schema["$ref"].Text is { } reference && reference.StartsWith("#/", StringComparison.Ordinal); step++)
        {
            var meant = reference[2..].Split('/').Aggregate(_root, static (tree, part) => tree[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]);
            if (!meant.IsMap) break;
            schema = meant;
        }

        return schema;
    }
}
