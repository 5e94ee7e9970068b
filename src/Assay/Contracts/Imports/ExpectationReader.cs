using Assays.Contracts.Odcs;

namespace Assays.Contracts.Imports;

/// <summary>Turns single expectations into demands of a table; dbt_expectations has them under the same names.</summary>
/// <param name="severity">The severity of what is read; none for errors.</param>
internal sealed class ExpectationReader(ImportedTable table, string? severity)
{
    private const string Noted = "a check notes columns that the contract does not know";

    /// <returns>False when the expectation has no counterpart; the table is as it was then.</returns>
    public bool TryRead(string type, string? column, YamlTree arguments) =>
        column is null ? TryTable(type, arguments) : TryValues(type, column, arguments) || TryColumn(type, column, arguments);

    private bool TryTable(string type, YamlTree arguments)
    {
        switch (type)
        {
            case "expect_table_row_count_to_be_between" when Range(arguments) is { } range: return Add(null, range.Figures().Select(ImportedRule.Rows));
            case "expect_table_row_count_to_equal" when arguments["value"].Number is { } count: return Add(null, ImportedRule.Rows(new(Operator.MustBe, count)));
            case "expect_compound_columns_to_be_unique" when arguments["column_list"].IsList:
                return Add(null, ImportedRule.Duplicates(arguments["column_list"].Texts, ImportedRule.AtMost(Allowed(arguments)), inPercent: Allowed(arguments) > 0));
            case "expect_table_columns_to_contain_set" when arguments["column_list"].IsList: return Demand(arguments["column_list"]);
            case "expect_table_columns_to_match_set" when arguments["column_set"].IsList:
                if (arguments["exact_match"].Flag != false) table.Keep(null, "that there are no other columns", Noted);
                return Demand(arguments["column_set"]);
            case "expect_table_columns_to_match_ordered_list" when arguments["column_list"].IsList:
                table.Keep(null, "that the columns stand in this order and are all", Noted);
                return Demand(arguments["column_list"]);
            case "expect_column_pair_values_a_to_be_greater_than_b" or "expect_column_pair_values_A_to_be_greater_than_B" when arguments["column_A"].Text is { } high && arguments["column_B"].Text is { } low && Allowed(arguments) == 0:
                return Add(null, arguments["or_equal"].Flag == true
                    ? ImportedRule.Own(OwnRule.Order, ImportedRule.None, low, high)
                    : ImportedRule.Share($"NOT (TRY_CAST({ImportedRule.Name(high)} AS DOUBLE) > TRY_CAST({ImportedRule.Name(low)} AS DOUBLE))", 0));
            case "expect_column_pair_values_to_be_equal" when arguments["column_A"].Text is { } one && arguments["column_B"].Text is { } other && Allowed(arguments) == 0:
                return Add(null, ImportedRule.Share($"{ImportedRule.Name(one)} <> {ImportedRule.Name(other)}", 0));
            default: return false;
        }
    }

    private bool TryValues(string type, string column, YamlTree arguments)
    {
        var allowed = Allowed(arguments);
        var (expectation, inPercent) = (ImportedRule.AtMost(allowed), allowed > 0);
        switch (type)
        {
            case "expect_column_values_to_not_be_null" when allowed == 0: table.Require(column, severity); return true;
            case "expect_column_values_to_not_be_null": return Add(column, ImportedRule.Missing(expectation, inPercent: true));
            case "expect_column_values_to_be_null": return Add(column, ImportedRule.Missing(new(Operator.MustBeGreaterOrEqualTo, 100 - allowed), inPercent: true));
            case "expect_column_values_to_be_unique" when allowed == 0: table.Unique(column, severity); return true;
            case "expect_column_values_to_be_in_set" when Set(arguments) is { IsList: true } set: return Add(column, ImportedRule.Values(set.Texts, expectation, inPercent));
            case "expect_column_distinct_values_to_be_in_set" when Set(arguments) is { IsList: true } set: return Add(column, ImportedRule.Values(set.Texts, ImportedRule.None, inPercent: false));
            case "expect_column_values_to_not_be_in_set" when Set(arguments) is { IsList: true } set:
                return Add(column, ImportedRule.Share($"CAST(${{column}} AS VARCHAR) IN ({string.Join(", ", set.Texts.Select(ImportedRule.Quoted))})", allowed));
            case "expect_column_values_to_be_between" when Range(arguments) is { } range: table.Limit(column, range, allowed, severity); return true;
            case "expect_column_values_to_match_regex" when arguments["regex"].Text is { } pattern: return Add(column, ImportedRule.Pattern(pattern, expectation, inPercent));
            case "expect_column_values_to_not_match_regex" when arguments["regex"].Text is { } pattern:
                return Add(column, ImportedRule.Share($"regexp_matches(CAST(${{column}} AS VARCHAR), {ImportedRule.Quoted(pattern)})", allowed));
            case "expect_column_values_to_match_strftime_format" when allowed == 0 && DateLetters.Of(arguments["strftime_format"].Text) is { } format:
                table.Change(column, c => c with { LogicalType = format.AsSpan().ContainsAny('H', 'h') ? "timestamp" : "date", Options = c.Options with { Format = format } });
                return true;
            case "expect_column_value_lengths_to_be_between" when Range(arguments) is { IsNumber: true }:
                table.Length(column, arguments["min_value"].Whole, arguments["max_value"].Whole, allowed, severity);
                return true;
            case "expect_column_value_lengths_to_equal" when arguments["value"].Whole is { } length: table.Length(column, length, length, allowed, severity); return true;
            case "expect_column_values_to_be_of_type" when (arguments["type_"].Text ?? arguments["column_type"].Text) is { } word && ImportedType.Of(word) is not null: table.Type(column, word); return true;
            case "expect_column_values_to_be_in_type_list" when arguments["type_list"].Texts is { IsEmpty: false } words && words.Select(ImportedType.Of).Distinct().ToArray() is [{ }]:
                table.Type(column, words[0]);
                return true;
            default: return false;
        }
    }

    private bool TryColumn(string type, string column, YamlTree arguments)
    {
        if (type == "expect_column_to_exist")
        {
            table.Demand(column);
            return true;
        }

        if (Range(arguments) is not { IsNumber: true } range) return false;
        switch (type)
        {
            case "expect_column_mean_to_be_between": return Add(column, range.Figures().Select(static e => ImportedRule.Own(OwnRule.Mean, e)));
            case "expect_column_proportion_of_unique_values_to_be_between" or "expect_column_unique_proportion_to_be_between":
                return Add(column, range.Figures(100).Select(static e => ImportedRule.Own(OwnRule.DistinctShare, e)));
            case "expect_column_proportion_of_non_null_values_to_be_between":
                return Add(column, range.Figures(100).Select(static e => ImportedRule.Figure("100.0 * count(${column}) / greatest(count(*), 1)", e)));
            default:
                var figure = type switch
                {
                    "expect_column_min_to_be_between" => $"min({ImportedRule.Number})",
                    "expect_column_max_to_be_between" => $"max({ImportedRule.Number})",
                    "expect_column_sum_to_be_between" => $"sum({ImportedRule.Number})",
                    "expect_column_median_to_be_between" => $"median({ImportedRule.Number})",
                    "expect_column_stdev_to_be_between" => $"stddev_samp({ImportedRule.Number})",
                    "expect_column_unique_value_count_to_be_between" => "count(DISTINCT ${column})",
                    _ => null,
                };
                return figure is not null && Add(column, range.Figures().Select(e => ImportedRule.Figure(figure, e)));
        }
    }

    private bool Demand(YamlTree columns)
    {
        foreach (var column in columns.Texts) table.Demand(column);
        return true;
    }

    private bool Add(string? column, params IEnumerable<QualityRule> rules)
    {
        foreach (var rule in rules) table.Add(column, rule with { Severity = severity });
        return true;
    }

    private static YamlTree Set(YamlTree arguments) => arguments["value_set"];

    private static ImportedRange? Range(YamlTree arguments)
    {
        var isOpen = arguments["strictly"].Flag == true;
        var range = new ImportedRange(
            arguments["min_value"].Text, arguments["max_value"].Text, isOpen || arguments["strict_min"].Flag == true, isOpen || arguments["strict_max"].Flag == true);
        return (range.Low ?? range.High) is null ? null : range;
    }

    private static double Allowed(YamlTree arguments) => Math.Round(100 * (1 - (arguments["mostly"].Number ?? 1)), 9);
}
