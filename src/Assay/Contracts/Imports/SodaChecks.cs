using System.Collections.Immutable;
using Assays.Contracts.Odcs;

namespace Assays.Contracts.Imports;

/// <summary>Reads checks in the Soda Checks Language, version 3.</summary>
internal static class SodaChecks
{
    private const string Start = "checks for ";

    public static bool Knows(YamlTree root) => root.Pairs.Any(static p => p.Key.StartsWith(Start, StringComparison.Ordinal) || p.Key.StartsWith("for each ", StringComparison.Ordinal));

    public static ImmutableArray<ImportedTable> Read(YamlTree root)
    {
        var tables = new OrderedDictionary<string, ImportedTable>(StringComparer.Ordinal);
        var elsewhere = new List<string>();
        foreach (var (key, value) in root.Pairs)
        {
            if (!key.StartsWith(Start, StringComparison.Ordinal))
            {
                elsewhere.Add(key);
                continue;
            }

            var (name, filter) = Split(key[Start.Length..].Trim());
            if (!tables.TryGetValue(name, out var table)) tables.Add(name, table = new(name));
            foreach (var check in value.Items)
            {
                if (filter is not null) table.Keep(null, Words(check), $"it is about the part '{filter}' of the rows");
                else Read(table, check);
            }
        }

        if (tables.Count > 0)
        {
            foreach (var section in elsewhere) tables.GetAt(0).Value.Keep(null, $"the section '{section}'");
        }

        return [.. tables.Values];
    }

    private static void Read(ImportedTable table, YamlTree check)
    {
        var (line, settings) = check.Text is { } plain ? (plain, default) : check.Pairs.Select(static p => (p.Key, p.Value)).FirstOrDefault();
        line ??= "";
        if (settings["filter"].Exists) table.Keep(null, Words(check), "it is about a part of the rows");
        else if (line == "schema") Schema(table, settings);
        else if (line == "failed rows") FailedRows(table, check, settings);
        else if (SodaCheck.Parse(line, settings) is not { } read || !read.TryAdd(table)) table.Keep(null, Words(check));
    }

    private static void Schema(ImportedTable table, YamlTree settings)
    {
        foreach (var (level, alert) in settings.Pairs.Where(static p => p.Key is "warn" or "fail"))
        {
            foreach (var (key, value) in alert.Pairs)
            {
                switch (key)
                {
                    case "when required column missing" when level == "fail":
                        foreach (var column in value.IsList ? value.Texts : [value.Text ?? ""]) table.Demand(column);
                        break;
                    case "when wrong column type" when level == "fail":
                        foreach (var (column, type) in value.Pairs) table.Type(column, type.Text);
                        break;
                    default: table.Keep(null, $"the schema check '{level}: {key}' {ImportedTable.Words(value)}"); break;
                }
            }
        }
    }

    private static void FailedRows(ImportedTable table, YamlTree check, YamlTree settings)
    {
        if (settings["fail condition"].Text is { } condition) table.Add(null, ImportedRule.Share(condition, 0) with { Name = settings["name"].Text });
        else if (settings["fail query"].Text is { } query) table.Add(null, new(RuleKind.Sql) { Name = settings["name"].Text, Query = $"SELECT count(*) FROM ({query.Trim().TrimEnd(';')}\n) AS failed", Expectation = ImportedRule.None });
        else table.Keep(null, Words(check));
    }

    private static string Words(YamlTree check) => $"the check '{ImportedTable.Words(check)}'";

    private static (string Name, string? Filter) Split(string title)
    {
        var bracket = title.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? (title.Trim('"'), null) : (title[..bracket].Trim().Trim('"'), title[bracket..].Trim('[', ']', ' '));
    }
}
