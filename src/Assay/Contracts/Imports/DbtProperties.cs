using System.Collections.Immutable;
using Assays.Contracts.Odcs;

namespace Assays.Contracts.Imports;

/// <summary>Reads the tests and constraints of dbt's properties files, among them those of the packages dbt_utils and dbt_expectations.</summary>
internal static class DbtProperties
{
    private static readonly string[] Resources = ["models", "seeds", "snapshots"];

    // A test that judges some of the rows, or may fail now and then, is another test than the one without these.
    private static readonly string[] Conditions = ["where", "limit", "error_if", "warn_if", "fail_calc", "group_by_columns", "row_condition", "group_by"];

    public static bool Knows(YamlTree root) => Resources.Append("sources").Any(r => root[r].IsList);

    public static ImmutableArray<ImportedTable> Read(YamlTree root)
    {
        var resources = Resources.SelectMany(r => root[r].Items).Concat(root["sources"].Items.SelectMany(static s => s["tables"].Items));
        return [.. resources.Where(static r => r["name"].Text is not null).Select(Table)];
    }

    private static ImportedTable Table(YamlTree resource)
    {
        var table = new ImportedTable(resource["name"].Text!) { Description = resource["description"].Text };
        foreach (var column in resource["columns"].Items.Where(static c => c["name"].Text is not null)) Column(table, column);
        foreach (var test in Tests(resource)) Test(table, null, test);
        foreach (var constraint in resource["constraints"].Items) Constraint(table, null, constraint);
        if (resource["freshness"].IsMap) table.Keep(null, $"the freshness {ImportedTable.Words(resource["freshness"])}");
        return table;
    }

    private static void Column(ImportedTable table, YamlTree column)
    {
        var name = column["name"].Text!;
        table.Change(name, c => c with { Description = column["description"].Text });
        table.Type(name, column["data_type"].Text);
        foreach (var test in Tests(column)) Test(table, name, test);
        foreach (var constraint in column["constraints"].Items) Constraint(table, name, constraint);
    }

    private static IEnumerable<YamlTree> Tests(YamlTree owner) => owner["tests"].Items.Concat(owner["data_tests"].Items);

    private static void Test(ImportedTable table, string? column, YamlTree test)
    {
        if (test.Text is { } plain)
        {
            if (!Known(table, column, plain, default, null)) table.Keep(column, $"the test '{plain}'");
            return;
        }

        // A test is its name with its arguments, or, where it has a name of its own, the arguments with test_name among them.
        var (name, given) = test["test_name"].Text is { } own ? (own, test) : test.Pairs.Select(static p => (p.Key, p.Value)).FirstOrDefault();
        var arguments = given["arguments"].Exists ? given["arguments"] : given;
        var condition = Conditions.FirstOrDefault(c => given[c].Exists || given["config"][c].Exists || arguments[c].Exists);
        var severity = (given["config"]["severity"].Text ?? given["severity"].Text)?.ToUpperInvariant() == "WARN" ? "warning" : null;
        if (condition is not null) table.Keep(column, $"the test '{name}' {ImportedTable.Words(given)}", $"it has a condition, '{condition}'");
        else if (!Known(table, column, name ?? "", arguments, severity)) table.Keep(column, $"the test '{name}' {ImportedTable.Words(given)}");
    }

    private static bool Known(ImportedTable table, string? column, string name, YamlTree arguments, string? severity)
    {
        var on = column ?? arguments["column_name"].Text;
        switch (name, on)
        {
            case ("not_null", { } c): table.Require(c, severity); return true;
            case ("unique", { } c): table.Unique(c, severity); return true;
            case ("accepted_values", { } c) when arguments["values"].IsList:
                table.Add(c, ImportedRule.Values(arguments["values"].Texts, ImportedRule.None, inPercent: false) with { Severity = severity });
                return true;
            case ("dbt_utils.accepted_range", { } c) when Range(arguments) is { } range: table.Limit(c, range, severity: severity); return true;
            case ("dbt_utils.not_empty_string", { } c): table.Add(c, ImportedRule.Share("trim(CAST(${column} AS VARCHAR)) = ''", 0) with { Severity = severity }); return true;
            case ("dbt_utils.not_constant", { } c): table.Add(c, ImportedRule.Figure("count(DISTINCT ${column})", new(Operator.MustNotBe, 1)) with { Severity = severity }); return true;
            case ("dbt_utils.at_least_one", { } c): table.Add(c, ImportedRule.Figure("count(${column})", new(Operator.MustBeGreaterThan, 0)) with { Severity = severity }); return true;
            case ("dbt_utils.not_null_proportion", { } c):
                var missing = new ImportedRange(Rest(arguments["at_most"].Number ?? 1), Rest(arguments["at_least"].Number ?? 0));
                foreach (var expectation in missing.Figures()) table.Add(c, ImportedRule.Missing(expectation, inPercent: true) with { Severity = severity });
                return true;
            case ("dbt_utils.unique_combination_of_columns", null) when arguments["combination_of_columns"].IsList:
                table.Add(null, ImportedRule.Duplicates(arguments["combination_of_columns"].Texts, ImportedRule.None) with { Severity = severity });
                return true;
            case ("dbt_utils.expression_is_true", _) when arguments["expression"].Text is { } expression && IsPlainSql(expression):
                table.Add(on, ImportedRule.Share($"NOT ({(on is null ? "" : "${column} ")}{expression})", 0) with { Severity = severity });
                return true;
            default:
                const string Package = "dbt_expectations.";
                return name.StartsWith(Package, StringComparison.Ordinal) && new ExpectationReader(table, severity).TryRead(name[Package.Length..], on, arguments);
        }
    }

    private static void Constraint(ImportedTable table, string? column, YamlTree constraint)
    {
        var type = constraint["type"].Text;
        var columns = constraint["columns"].IsList ? constraint["columns"].Texts : column is null ? [] : [column];
        switch (type)
        {
            case "not_null" when !columns.IsEmpty:
                foreach (var one in columns) table.Require(one, null);
                break;
            case "unique" when columns.Length == 1: table.Unique(columns[0], null); break;
            case "unique" when columns.Length > 1: table.Add(null, ImportedRule.Duplicates(columns, ImportedRule.None)); break;
            case "primary_key" when !columns.IsEmpty:
                for (var i = 0; i < columns.Length; i++) table.Change(columns[i], c => c with { PrimaryKeyPosition = i + 1 });
                break;
            case "check" when constraint["expression"].Text is { } expression && IsPlainSql(expression): table.Add(column, ImportedRule.Share($"NOT ({expression})", 0)); break;
            default: table.Keep(column, $"the constraint {ImportedTable.Words(constraint)}"); break;
        }
    }

    private static ImportedRange? Range(YamlTree arguments)
    {
        var isOpen = arguments["inclusive"].Flag == false;
        var range = new ImportedRange(arguments["min_value"].Text, arguments["max_value"].Text, isOpen, isOpen);
        return (range.Low ?? range.High) is not null && range.IsNumber ? range : null;
    }

    private static bool IsPlainSql(string expression) => !expression.Contains("{{", StringComparison.Ordinal) && !expression.Contains("{%", StringComparison.Ordinal);

    private static string Rest(double share) => ImportedRule.Text(Math.Round(100 * (1 - share), 9));
}
