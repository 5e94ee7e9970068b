using Assays.Contracts.Imports;

namespace Assays.Tests.Contracts.Imports;

public sealed class DbtPropertiesTests
{
    private const string Shop = """
        version: 2

        models:
          - name: fct_orders
            description: "{{ doc('orders') }} One row an order."
            config:
              contract: {enforced: true}
            constraints:
              - type: primary_key
                columns: [order_id]
            data_tests:
              - dbt_utils.unique_combination_of_columns:
                  arguments:
                    combination_of_columns: [order_id, placed_on]
              - dbt_utils.expression_is_true:
                  arguments:
                    expression: "CAST(amount AS DOUBLE) >= CAST(discount AS DOUBLE)"
            columns:
              - name: order_id
                description: The shop's number of the order.
                data_type: bigint
                tests: [unique, not_null]
              - name: customer_id
                tests:
                  - not_null
                  - relationships:
                      to: ref('dim_customers')
                      field: customer_id
              - name: status
                tests:
                  - accepted_values:
                      values: ['placed', 'shipped', 'returned']
              - name: amount
                tests:
                  - dbt_utils.accepted_range:
                      min_value: 0
                      inclusive: false
              - name: discount
                data_tests:
                  - dbt_expectations.expect_column_mean_to_be_between:
                      min_value: 0
                      max_value: 5
                      config:
                        severity: warn
                  - not_null:
                      config:
                        where: "status = 'placed'"
                  - my_project.sums_up_per_day
              - name: placed_on
                data_type: date
        """;

    private const string Good = "order_id,customer_id,status,amount,discount,placed_on\n1,7,placed,20,5,2024-05-01\n2,7,shipped,1.5,0,2024-05-01\n";

    [Fact]
    public async Task AnOrdinaryFile_BecomesAContractThatGoodDataKeep() => Assert.Empty(await ImportTrial.BrokenAsync(Shop, Good));

    [Theory]
    [InlineData("1,7,placed,20,5,2024-05-02", 2)]
    [InlineData("3,,placed,20,5,2024-05-02", 1)]
    [InlineData("3,7,lost,20,5,2024-05-02", 1)]
    [InlineData("3,7,placed,0,0,2024-05-02", 1)]
    [InlineData("3,7,placed,60,55,2024-05-02", 1)]
    [InlineData("3,7,placed,4,5,2024-05-02", 1)]
    [InlineData("3,7,placed,20,5,1 May", 1)]
    public async Task AWrongRow_BreaksItsDemand(string row, int broken) => Assert.Equal(broken, (await ImportTrial.BrokenAsync(Shop, Good + row + "\n")).Length);

    [Fact]
    public void WhatHasNoCounterpart_IsListedWithItsPlace_AndKeptAsText()
    {
        var contract = ContractImport.Parse(Shop, "models/schema.yml");

        Assert.Collection(
            contract.Warnings,
            static w => Assert.StartsWith("fct_orders.customer_id: the test 'relationships' {to: ref('dim_customers')", w, StringComparison.Ordinal),
            static w => Assert.EndsWith("it has a condition, 'where'.", w, StringComparison.Ordinal),
            static w => Assert.Contains("'my_project.sums_up_per_day'", w, StringComparison.Ordinal));
        Assert.Equal(3, contract.Tables[0].Columns.Sum(static c => c.Quality.Count(static q => q.Kind == Assays.Contracts.RuleKind.Text)));
    }

    [Theory]
    [InlineData("not_null", "1", "")]
    [InlineData("{not_null: {config: {severity: warn}}}", "1", "")]
    [InlineData("unique", "1\n2", "1\n1")]
    [InlineData("{name: few, test_name: accepted_values, values: [1, 2]}", "1\n2", "3")]
    [InlineData("{dbt_utils.accepted_range: {max_value: 9}}", "9", "10")]
    [InlineData("{dbt_utils.accepted_range: {max_value: 9, severity: warn}}", "9", "10")]
    [InlineData("dbt_utils.not_empty_string", "x", "' '")]
    [InlineData("dbt_utils.not_constant", "1\n2", "1\n1")]
    [InlineData("dbt_utils.at_least_one", "1\n''", "''\n''")]
    [InlineData("{dbt_utils.not_null_proportion: {at_least: 0.5}}", "1\n''", "1\n''\n''")]
    [InlineData("{dbt_utils.expression_is_true: {expression: \"<> 'x'\"}}", "y", "x")]
    [InlineData("{dbt_expectations.expect_column_values_to_match_regex: {regex: '^a'}}", "ab", "ba")]
    public Task ATestOfAColumn_TellsGoodFromBad(string test, string good, string bad) => ImportTrial.TellsApartAsync(
        $"models: [{{name: t, columns: [{{name: a, tests: [{test}]}}]}}]", Table(good), Table(bad));

    [Fact]
    public void TablesOfSourcesAndSeeds_AreTablesToo()
    {
        var contract = ContractImport.Parse("sources: [{name: raw, tables: [{name: orders, columns: [{name: a}]}]}]\nseeds: [{name: codes, columns: [{name: b}]}]", "x.yml");

        Assert.Equal(["codes", "orders"], contract.Tables.Select(static t => t.Name));
    }

    // A second column keeps empty values from being empty lines.
    private static string Table(string values) => "a,b\n" + string.Concat(values.Split('\n').Select(static v => $"{(v == "''" ? "" : v.Trim('\''))},1\n"));
}
