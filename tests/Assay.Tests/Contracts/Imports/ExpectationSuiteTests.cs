using Assays.Contracts.Imports;

namespace Assays.Tests.Contracts.Imports;

public sealed class ExpectationSuiteTests
{
    private const string Trips = """
        {
        	"name": "trips",
        	"expectations": [
        		{ "type": "expect_table_row_count_to_be_between", "kwargs": { "min_value": 2, "max_value": null }, "meta": {} },
        		{ "type": "expect_column_values_to_not_be_null", "kwargs": { "column": "id" } },
        		{ "type": "expect_column_values_to_be_unique", "kwargs": { "column": "id", "mostly": 1.0 } },
        		{ "type": "expect_column_values_to_be_between", "kwargs": { "column": "passengers", "min_value": 1, "max_value": 6, "mostly": 0.6 } },
        		{ "type": "expect_column_values_to_be_in_set", "kwargs": { "column": "vendor", "value_set": ["A", "\u00c9"] } },
        		{ "type": "expect_column_values_to_match_strftime_format", "kwargs": { "column": "start", "strftime_format": "%d/%m/%Y %H:%M" } },
        		{ "type": "expect_column_pair_values_a_to_be_greater_than_b", "kwargs": { "column_A": "total", "column_B": "fare", "or_equal": true } },
        		{ "type": "expect_column_kl_divergence_to_be_less_than", "kwargs": { "column": "fare", "threshold": 0.1 } },
        		{ "type": "expect_column_values_to_be_between", "kwargs": { "column": "fare", "min_value": 1, "row_condition": "vendor == 'A'", "condition_parser": "pandas" } }
        	],
        	"meta": { "great_expectations_version": "1.3.0" }
        }
        """;

    private const string Good = "id,passengers,vendor,start,total,fare\n1,2,A,31/12/2023 23:50,12,10\n2,6,É,01/01/2024 00:10,9,9\n";

    [Fact]
    public async Task AnOrdinarySuite_BecomesAContractThatGoodDataKeep() => Assert.Empty(await ImportTrial.BrokenAsync(Trips, Good));

    [Theory]
    [InlineData("2,2,A,01/01/2024 00:10,9,9", 1)]
    [InlineData(",2,A,01/01/2024 00:10,9,9", 1)]
    [InlineData("3,9,A,01/01/2024 00:10,9,9", 0)]
    [InlineData("3,9,A,01/01/2024 00:10,9,9\n4,0,A,01/01/2024 00:10,9,9", 1)]
    [InlineData("3,2,a,01/01/2024 00:10,9,9", 1)]
    [InlineData("3,2,A,2024-01-01 00:10,9,9", 1)]
    [InlineData("3,2,A,01/01/2024 00:10,8,9", 1)]
    public async Task AWrongRow_BreaksItsExpectation(string row, int broken) => Assert.Equal(broken, (await ImportTrial.BrokenAsync(Trips, Good + row + "\n")).Length);

    [Fact]
    public void WhatHasNoCounterpart_IsListed()
    {
        var warnings = ContractImport.Parse(Trips, "trips.json").Warnings;

        Assert.Equal(2, warnings.Length);
        Assert.Contains("expect_column_kl_divergence_to_be_less_than", warnings[0], StringComparison.Ordinal);
        Assert.Contains("row_condition", warnings[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expect_column_values_to_be_null", "", "\n", "1\n")]
    [InlineData("expect_column_values_to_not_be_null", "mostly: 0.5", "1\n\n", "1\n\n\n")]
    [InlineData("expect_column_values_to_not_be_in_set", "value_set: ['x', \"it's\"]", "y\n", "it's\n")]
    [InlineData("expect_column_values_to_match_regex", "regex: '^a', mostly: 0.5", "a\nb\n", "a\nb\nb\n")]
    [InlineData("expect_column_values_to_not_match_regex", "regex: '[0-9]'", "a\n", "a1\n")]
    [InlineData("expect_column_value_lengths_to_be_between", "min_value: 2", "ab\n", "a\n")]
    [InlineData("expect_column_value_lengths_to_equal", "value: 2, mostly: 0.5", "ab\na\n", "a\na\nab\n")]
    [InlineData("expect_column_values_to_be_of_type", "type_: FLOAT64", "1.5\n", "x\n")]
    [InlineData("expect_column_values_to_be_in_type_list", "type_list: [INTEGER, int64]", "1\n", "1.5\n")]
    [InlineData("expect_column_values_to_be_between", "min_value: 0, strict_min: true", "1\n", "0\n")]
    [InlineData("expect_column_values_to_be_between", "min_value: '2024-01-01', max_value: '2024-12-31'", "2024-06-01\n", "2025-01-01\n")]
    [InlineData("expect_column_values_to_be_between", "min_value: b, max_value: d", "c\n", "a\n")]
    [InlineData("expect_column_max_to_be_between", "max_value: 5, strict_max: true", "4\n", "5\n")]
    [InlineData("expect_column_median_to_be_between", "min_value: 2, max_value: 2", "1\n2\n3\n", "1\n3\n3\n")]
    [InlineData("expect_column_unique_value_count_to_be_between", "min_value: 2", "1\n2\n", "1\n1\n")]
    [InlineData("expect_column_proportion_of_unique_values_to_be_between", "min_value: 0.6", "1\n2\n", "1\n1\n")]
    public Task AnExpectation_TellsGoodFromBad(string type, string arguments, string good, string bad) => ImportTrial.TellsApartAsync(
        $"expectations: [{{expectation_type: {type}, kwargs: {{column: a{(arguments.Length == 0 ? "" : $", {arguments}")}}}}}]", Table(good), Table(bad));

    [Fact]
    public async Task ExpectedColumns_AreDemanded()
    {
        const string Suite = "expectations: [{type: expect_column_to_exist, kwargs: {column: a}}, {type: expect_table_columns_to_match_ordered_list, kwargs: {column_list: [a, c]}}]";

        Assert.Contains("'c'", Assert.Single(await ImportTrial.BrokenAsync(Suite, "a,b\n1,2\n")), StringComparison.Ordinal);
        Assert.Contains("order", Assert.Single(ContractImport.Parse(Suite, "s").Warnings), StringComparison.Ordinal);
    }

    private static string Table(string values) => "a,b\n" + string.Concat(values[..^1].Split('\n').Select(static v => $"{v},1\n"));
}
