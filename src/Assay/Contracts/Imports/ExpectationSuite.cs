using System.Collections.Immutable;
using Assays.Contracts.Odcs;

namespace Assays.Contracts.Imports;

/// <summary>Reads suites of Great Expectations, as its versions 0.x and 1.x write them in JSON.</summary>
internal static class ExpectationSuite
{
    public static bool Knows(YamlTree root) => root["expectations"].IsList;

    public static ImmutableArray<ImportedTable> Read(YamlTree root, string fileName)
    {
        var table = new ImportedTable(root["name"].Text ?? root["expectation_suite_name"].Text ?? fileName);
        foreach (var expectation in root["expectations"].Items)
        {
            var type = expectation["expectation_type"].Text ?? expectation["type"].Text ?? "";
            var arguments = expectation["kwargs"];
            var severity = expectation["severity"].Text switch { "warning" => "warning", "info" => "info", _ => null };
            var column = arguments["column"].Text;
            if (arguments["row_condition"].Exists && arguments["row_condition"].Text is not null) table.Keep(column, $"{type} {ImportedTable.Words(arguments)}", "it has a condition, 'row_condition'");
            else if (!new ExpectationReader(table, severity).TryRead(type, column, arguments)) table.Keep(column, $"{type} {ImportedTable.Words(arguments)}");
        }

        return [table];
    }
}
