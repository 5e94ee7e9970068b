using System.Collections.Immutable;
using Assays.Contracts.Odcs;

namespace Assays.Contracts.Imports;

/// <summary>Reads Table Schemas of Frictionless Data, alone or in the resources of a data package.</summary>
internal static class TableSchema
{
    private static readonly string[] Plain = ["name", "type", "format", "title", "description", "constraints", "rdfType", "example"];

    public static bool Knows(YamlTree root) => IsSchema(root) || root["resources"].IsList;

    public static ImmutableArray<ImportedTable> Read(YamlTree root, string fileName)
    {
        if (IsSchema(root)) return [Table(root, fileName)];
        return [.. root["resources"].Items.Where(static r => IsSchema(r["schema"])).Select(r => Table(r["schema"], r["name"].Text ?? fileName))];
    }

    private static bool IsSchema(YamlTree schema) => schema["fields"].IsList;

    private static ImportedTable Table(YamlTree schema, string name)
    {
        var table = new ImportedTable(name) { Description = schema["description"].Text };
        var missing = schema["missingValues"].Items.Select(static m => m.Text ?? m["value"].Text ?? "").Where(static m => m.Length > 0).ToImmutableArray();
        foreach (var field in schema["fields"].Items.Where(static f => f["name"].Text is not null)) Field(table, field, missing);

        var key = schema["primaryKey"].IsList ? schema["primaryKey"].Texts : schema["primaryKey"].Text is { } only ? [only] : [];
        for (var i = 0; i < key.Length; i++) table.Change(key[i], c => c with { PrimaryKeyPosition = i + 1 });
        foreach (var unique in schema["uniqueKeys"].Items) table.Add(null, ImportedRule.Duplicates(unique.IsList ? unique.Texts : [unique.Text ?? ""], ImportedRule.None));
        foreach (var foreign in schema["foreignKeys"].Items) table.Keep(null, $"the foreign key {ImportedTable.Words(foreign)}");
        if (!missing.IsEmpty) table.Keep(null, $"that {ImportedTable.Words(schema["missingValues"])} stand for missing values everywhere", "only demands of presence and of listed values know of it");
        return table;
    }

    private static void Field(ImportedTable table, YamlTree field, ImmutableArray<string> missing)
    {
        var name = field["name"].Text!;
        table.Change(name, c => c with { Description = field["description"].Text ?? field["title"].Text });
        Type(table, name, field["type"].Text, field["format"].Text);
        foreach (var (key, value) in field.Pairs.Where(static p => !Plain.Contains(p.Key))) table.Keep(name, $"{key}: {ImportedTable.Words(value)}");

        var constraints = field["constraints"];
        var range = new ImportedRange(
            constraints["minimum"].Text ?? constraints["exclusiveMinimum"].Text, constraints["maximum"].Text ?? constraints["exclusiveMaximum"].Text,
            !constraints["minimum"].Exists, !constraints["maximum"].Exists);
        if ((range.Low ?? range.High) is not null) table.Limit(name, range);
        foreach (var (key, value) in constraints.Pairs) Constraint(table, name, key, value, missing);
    }

    private static void Constraint(ImportedTable table, string name, string key, YamlTree value, ImmutableArray<string> missing)
    {
        switch (key)
        {
            case "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum": break;
            case "required" or "unique" when value.Flag == false: break;
            case "required" when missing.IsEmpty: table.Require(name, null); break;
            case "required": table.Add(name, ImportedRule.Missing(missing, ImportedRule.None, inPercent: false)); break;
            case "unique": table.Unique(name, null); break;
            case "minLength": table.Option(name, "string", o => o with { MinLength = value.Whole }); break;
            case "maxLength": table.Option(name, "string", o => o with { MaxLength = value.Whole }); break;
            // Frictionless wants the whole value to match.
            case "pattern" when value.Text is { } pattern: table.Option(name, "string", o => o with { Pattern = $"^(?:{pattern})$" }); break;
            case "enum" when value.IsList:
                table.Add(name, ImportedRule.Values(value.Texts, ImportedRule.None, inPercent: false) is var rule && missing.IsEmpty ? rule : rule with { Arguments = rule.Arguments with { MissingValues = missing } });
                break;
            default: table.Keep(name, $"the constraint {key}: {ImportedTable.Words(value)}"); break;
        }
    }

    private static void Type(ImportedTable table, string name, string? type, string? format)
    {
        var logical = type switch
        {
            "string" or "number" or "integer" or "boolean" or "date" or "time" => type,
            "datetime" => "timestamp",
            "year" => "integer",
            null or "any" => null,
            _ => "",
        };
        if (logical == "") table.Keep(name, $"the type {type}");
        else table.Change(name, c => c with { LogicalType = logical });

        var isDate = logical is "date" or "time" or "timestamp";
        var known = format is null or "default" ? null : isDate ? DateLetters.Of(format) : format is "email" or "uri" or "uuid" ? format : null;
        if (known is not null) table.Change(name, c => c with { Options = c.Options with { Format = known } });
        else if (format == "any" && isDate) table.Change(name, c => c with { LogicalType = null });
        else if (format is not (null or "default")) table.Keep(name, $"the format {format}");
    }
}
