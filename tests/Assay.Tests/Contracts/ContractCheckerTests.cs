using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Odcs;
using Assays.Findings;

namespace Assays.Tests.Contracts;

public sealed class ContractCheckerTests
{
    private const string People = "id,age,city,from,to\n1,30,Lyon,1,2\n2,-4,Paris,5,3\n2,200,Atlantis,1,\n4,,Lyon,1,1\n";

    [Theory]
    [InlineData("required: true", 3)]
    [InlineData("logicalType: integer\n    logicalTypeOptions: {minimum: 0, maximum: 150}", 1, 2)]
    [InlineData("logicalType: integer\n    logicalTypeOptions: {exclusiveMinimum: 30}", 0, 1)]
    [InlineData("quality: [{metric: nullValues, mustBe: 0}]", 3)]
    [InlineData("quality: [{metric: missingValues, arguments: {missingValues: ['200']}, mustBe: 0}]", 2, 3)]
    [InlineData("quality: [{metric: invalidValues, arguments: {validValues: ['30', '200']}, mustBe: 0}]", 1)]
    [InlineData("quality: [{metric: invalidValues, arguments: {pattern: '^[0-9]+$'}, mustBeLessThan: 1}]", 1)]
    public async Task CheckAsync_ListsTheRowsThatBreakADemandOnAColumn(string demand, params int[] rows)
    {
        var findings = await CheckAsync($"- name: age\n    {demand}", "");

        Assert.Equal(rows, Assert.Single(findings).Cells.Select(static c => (int)c.Row));
    }

    [Theory]
    [InlineData("{metric: rowCount, mustBeGreaterThan: 4}", true)]
    [InlineData("{metric: rowCount, mustBeBetween: [4, 5]}", false)]
    [InlineData("{metric: duplicateValues, arguments: {properties: [id]}, mustBe: 0}", true)]
    [InlineData("{metric: duplicateValues, arguments: {properties: [id, age]}, mustBe: 0}", false)]
    [InlineData("{metric: duplicateValues, arguments: {properties: [id]}, unit: percent, mustBeLessOrEqualTo: 25}", false)]
    [InlineData("{type: sql, query: 'SELECT max(CAST(id AS INT)) FROM ${table}', mustBe: 4}", false)]
    [InlineData("{type: sql, query: 'SELECT max(CAST(id AS INT)) FROM ${table}', mustNotBe: 4}", true)]
    [InlineData("{type: sql, query: 'SELECT count(*) = 4 FROM {object}', mustBe: true}", false)]
    [InlineData("{type: sql, query: \"SELECT len({'a': 1}::VARCHAR) FROM {table} LIMIT 1 -- ;\", mustBeGreaterThan: 99}", true)]
    [InlineData("{type: custom, engine: assay, implementation: {metric: order, arguments: {properties: [from, to]}}}", true)]
    [InlineData("{type: custom, engine: assay, implementation: {metric: dependency, arguments: {properties: [city, from]}, mustBe: 0}}", false)]
    [InlineData("{type: custom, engine: assay, implementation: {metric: dependency, arguments: {properties: [id, city]}, mustBe: 0}}", true)]
    public async Task CheckAsync_JudgesTheTable(string rule, bool isBroken)
    {
        var findings = await CheckAsync("- name: id", $"\n  quality: [{rule}]");

        Assert.Equal(isBroken, findings.Length > 0);
    }

    [Theory]
    [InlineData("age", "metric: mean, mustBeBetween: [75, 76]")]
    [InlineData("age", "metric: geometricMean, mustBeBetween: [77, 78]")]
    [InlineData("city", "metric: share, arguments: {validValues: [Lyon, Paris]}, mustBe: 75")]
    [InlineData("age", "metric: zeroShare, mustBe: 0")]
    public async Task CheckAsync_ComputesFiguresOfAColumn(string column, string rule)
    {
        Assert.Empty(await CheckAsync($"- name: {column}\n    quality: [{{type: custom, engine: assay, implementation: {{{rule}}}}}]", ""));
    }

    [Fact]
    public async Task CheckAsync_TellsAColumnThatIsNotThere_AndOneThatNobodyKnows()
    {
        await using var table = await TextTable.OpenAsync("a\n1\n");
        var contract = Parse("- name: b", "");

        var outcomes = await ContractChecker.CheckAsync(table.Table, ClauseCompiler.Compile(contract.Tables[0], table.Table.Schema), TestContext.Current.CancellationToken);

        Assert.Equal([Severity.Error, Severity.Note], outcomes.OfType<Outcome.Ran>().SelectMany(static r => r.Findings).Select(static f => f.Severity));
    }

    [Theory]
    [InlineData("{type: text, description: 'Be nice.'}")]
    [InlineData("{type: custom, engine: soda, implementation: 'row_count > 0'}")]
    [InlineData("{metric: freshness, mustBe: 0}")]
    [InlineData("{metric: duplicateValues, arguments: {properties: [nowhere]}, mustBe: 0}")]
    public async Task CheckAsync_SaysWhatItDidNotCheck(string rule)
    {
        await using var table = await TextTable.OpenAsync(People);
        var contract = Parse("- name: id", $"\n  quality: [{rule}]");

        var outcomes = await ContractChecker.CheckAsync(table.Table, ClauseCompiler.Compile(contract.Tables[0], table.Table.Schema), TestContext.Current.CancellationToken);

        Assert.Single(outcomes.OfType<Outcome.Skipped>());
    }

    [Theory]
    [InlineData("SELECT 1) AS a; CREATE TABLE evil AS SELECT (1")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT $$ ' $$) AS a; DROP TABLE x; SELECT (' '")]
    [InlineData("SELECT E'\\'') ; SELECT ('")]
    [InlineData("SELECT 'open")]
    [InlineData("SELECT /* open")]
    [InlineData("SELECT ${nothing}")]
    [InlineData("SELECT {property}")]
    public async Task CheckAsync_OfAQueryThatIsNoSingleSelect_Fails(string query)
    {
        await using var table = await TextTable.OpenAsync(People);
        var clause = new QueryClause("a query", [], query);

        var outcomes = await ContractChecker.CheckAsync(table.Table, [clause], TestContext.Current.CancellationToken);

        Assert.DoesNotContain('\n', Assert.IsType<Outcome.Failed>(Assert.Single(outcomes)).Error);
    }

    [Theory]
    [InlineData("u8", 0, 255, 256)]
    [InlineData("i16", -32768, 32767, 32768)]
    public async Task CheckAsync_KnowsTheFormatsOfIntegers(string format, int least, int most, int tooMuch)
    {
        await using var opened = await TextTable.OpenAsync($"n\n{least}\n{most}\n{tooMuch}\n");
        var clauses = ClauseCompiler.Compile(new("t", [new("n") { LogicalType = "integer", Options = new() { Format = format } }]), opened.Table.Schema);

        var outcomes = await ContractChecker.CheckAsync(opened.Table, clauses, TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.Single(Assert.Single(outcomes.OfType<Outcome.Ran>().SelectMany(static r => r.Findings)).Cells).Row);
    }

    [Fact]
    public async Task CheckAsync_OfAQueryThatFails_TellsIt_AndChecksTheRest()
    {
        await using var table = await TextTable.OpenAsync(People);
        var contract = Parse("- name: id\n    unique: true", "\n  quality: [{type: sql, query: 'SELECT nonsense FROM ${table}', mustBe: 0}]");

        var outcomes = await ContractChecker.CheckAsync(table.Table, ClauseCompiler.Compile(contract.Tables[0], table.Table.Schema), TestContext.Current.CancellationToken);

        Assert.Single(outcomes.OfType<Outcome.Failed>());
        Assert.Contains(outcomes.OfType<Outcome.Ran>(), static r => !r.Findings.IsEmpty);
    }

    private static async Task<Finding[]> CheckAsync(string columns, string table)
    {
        await using var opened = await TextTable.OpenAsync(People);
        var contract = Parse(columns, table);
        var clauses = ClauseCompiler.Compile(contract.Tables[0], opened.Table.Schema);
        var outcomes = await ContractChecker.CheckAsync(opened.Table, clauses, TestContext.Current.CancellationToken);
        Assert.Empty(outcomes.OfType<Outcome.Failed>());
        return [.. outcomes.OfType<Outcome.Ran>().SelectMany(static r => r.Findings).Where(static f => f.Severity > Severity.Note)];
    }

    private static Contract Parse(string columns, string table) => ContractFile.Parse(
        $"apiVersion: v3.1.0\nkind: DataContract\nid: t\nversion: '1'\nstatus: active\nschema:\n- name: people\n  properties:\n  {columns}{table}\n", "test");
}
