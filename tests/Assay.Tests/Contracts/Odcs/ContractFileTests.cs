using System.Collections.Immutable;
using System.Globalization;
using Assays.Contracts;
using Assays.Contracts.Odcs;
using Assays.Data;
using CsCheck;

namespace Assays.Tests.Contracts.Odcs;

public sealed class ContractFileTests
{
    private const string Head = "apiVersion: v3.1.0\nkind: DataContract\nid: x\nversion: 1.0.0\nstatus: active\n";

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Gen.Char["ab'\"\\:#-{}[]\n\té 1"], 1, 10], Gen.Const("no"), Gen.Const("null"), Gen.Const("1e3"), Gen.Const("~"));

    private static readonly Gen<QualityRule> Rule =
        from kind in Gen.Enum<RuleKind>()
        from description in kind is RuleKind.Text ? Text.Select(static t => (string?)t) : Text.Null()
        from dimension in Choose.One<string?>(null, "accuracy", "completeness", "conformity", "consistency", "coverage", "timeliness", "uniqueness")
        from severity in Choose.One<string?>(null, "info", "warning", "error")
        from values in Text.Array[0, 3]
        from low in Gen.Int[-5, 5]
        from operation in Gen.Enum<Operator>()
        from percent in Gen.Bool
        select new QualityRule(kind)
        {
            Description = description,
            Dimension = dimension,
            Severity = severity,
            Metric = kind is RuleKind.Library ? "invalidValues" : kind is RuleKind.Custom ? OwnRule.Mean : null,
            Arguments = new() { ValidValues = kind is RuleKind.Library or RuleKind.Custom ? [.. values] : [] },
            Expectation = kind is RuleKind.Text ? null : operation is Operator.MustBeBetween or Operator.MustNotBeBetween ? new(operation, low, low + 1.5) : new(operation, low),
            InPercent = kind is not RuleKind.Text && percent,
            Query = kind is RuleKind.Sql ? "SELECT 1" : null,
            Engine = kind is RuleKind.Custom ? OwnRule.Engine : null,
        };

    private static readonly Gen<ContractColumn> Column =
        from name in Text
        from type in Choose.One<string?>(null, "number", "integer", "string", "date", "timestamp", "time", "boolean")
        from minimum in Gen.Int[-9, 9].Nullable()
        from required in Gen.Bool
        from rules in Rule.Array[0, 3]
        select new ContractColumn(name)
        {
            LogicalType = type,
            Required = required,
            Options = type switch
            {
                "number" or "integer" => new() { Minimum = minimum?.ToString(CultureInfo.InvariantCulture), ExclusiveMaximum = "1E+20", MultipleOf = 0.5 },
                "string" => new() { Pattern = "^a\\b$", MaxLength = 3 },
                "date" or "timestamp" or "time" => new() { Format = "dd.MM.yyyy", ExclusiveMinimum = "2024-01-01" },
                _ => TypeOptions.None,
            },
            Quality = [.. rules],
        };

    private static readonly Gen<Contract> Any =
        from columns in Column.Array[1, 4]
        from rules in Rule.Array[0, 3]
        select new Contract("id", "1.0.0", "draft", [new("t", [.. columns]) { Description = "no", Quality = [.. rules] }]) { Name = "yes", Purpose = "a: b" };

    [Fact]
    public void AContract_ReadsBackAsItWasWritten() => Any.Sample(static contract =>
    {
        var text = ContractWriter.Write(contract);
        var read = ContractFile.Parse(text, "test");

        Assert.Equal(text, ContractWriter.Write(read));
        Assert.Equal(contract.Tables[0].Columns.Select(static c => c with { Quality = [] }), read.Tables[0].Columns.Select(static c => c with { Quality = [] }));
        Assert.Equal(Rules(contract), Rules(read));
        Assert.Empty(read.Warnings);
    }, iter: 300);

    [Fact]
    public Task AContract_IsWrittenAsTheStandardWantsIt() => Any.SampleAsync(static async contract => Assert.Empty(await OdcsSchema.ComplaintsAsync(contract)), iter: 100, threads: 1);

    [Fact]
    public void TwoComparisons_BecomeTwoRules()
    {
        var rules = ContractFile.Parse(Head + "schema: [{name: t, quality: [{metric: rowCount, mustBeGreaterThan: 1, mustBeLessThan: 9}]}]", "test").Tables[0].Quality;

        Assert.Equal([new Expectation(Operator.MustBeGreaterThan, 1), new Expectation(Operator.MustBeLessThan, 9)], rules.Select(static r => r.Expectation));
    }

    [Theory]
    [InlineData("{type: library, rule: nullValues, mustBe: 0, dimension: cp}", "nullValues", "completeness")]
    [InlineData("{metric: duplicateValues, mustBeBetween: [3, 3], dimension: uniqueness}", "duplicateValues", "uniqueness")]
    public void OlderAndShorterWords_AreUnderstood(string rule, string metric, string dimension)
    {
        var read = Assert.Single(ContractFile.Parse($"{Head}schema: [{{name: t, properties: [{{name: a, quality: [{rule}]}}]}}]", "test").Tables[0].Columns[0].Quality);

        Assert.Equal((metric, dimension, Operator.MustBe), (read.Metric, read.Dimension, read.Expectation!.Operator));
    }

    [Theory]
    [InlineData("slaProperties: [{property: latency, value: 4}]", "latency")]
    [InlineData("schema: [{name: t, relationships: [{from: a, to: b.c}]}]", "relationship")]
    [InlineData("schema: [{name: t, properties: [{name: a, relationships: [{to: b.c}]}]}]", "b.c")]
    [InlineData("schema: [{name: t, properties: [{name: a, logicalTypeOptions: {timezone: true}}]}]", "timezone")]
    [InlineData("schema: [{name: t, properties: [{name: a, items: {logicalType: string}}]}]", "list")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: many}]}]", "many")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: 3, unit: bytes}]}]", "bytes")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: 3, dimension: beauty}]}]", "beauty")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: 3, arguments: {filter: 'x > 1'}}]}]", "filter")]
    [InlineData("schema: [{name: t, quality: [{metric: rowCount, mustBe: 3, schedule: '0 20 * * *'}]}]", "schedule")]
    [InlineData("schema: [{name: t, quality: [{type: prayer}]}]", "prayer")]
    public void WhatIsNotChecked_IsSaid(string part, string word) =>
        Assert.Contains(ContractFile.Parse(Head + part, "test").Warnings, warning => warning.Contains(word, StringComparison.Ordinal));

    [Fact]
    public void AnExclusiveBound_IsAFlagIn30_AndABoundIn31()
    {
        var flag = Options("exclusiveMaximum: true, maximum: 5");
        var bound = Options("exclusiveMaximum: 5");

        Assert.Equal(bound, flag);
        Assert.Equal(("5", (string?)null), (bound.ExclusiveMaximum, bound.Maximum));
    }

    [Fact]
    public void NestedProperties_AreColumnsWithDots()
    {
        var contract = ContractFile.Parse(Head + "schema: [{name: t, properties: [{name: a, logicalType: object, properties: [{name: b}, {name: c}]}]}]", "test");

        Assert.Equal(["a.b", "a.c"], contract.Tables[0].Columns.Select(static c => c.Name));
    }

    [Fact]
    public void ALaterVersion_IsReadWithAWarning() =>
        Assert.Contains("v3.7.0", Assert.Single(ContractFile.Parse(Head.Replace("v3.1.0", "v3.7.0", StringComparison.Ordinal), "test").Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("a: [1, 2")]
    [InlineData("{\"kind\": \"DataContract\"}")]
    [InlineData("apiVersion: v2.2.2\nkind: DataContract")]
    [InlineData(Head + "schema: [{properties: []}]")]
    [InlineData(Head + "schema: [{name: t, properties: [{logicalType: string}]}]")]
    public void WhatIsNoContract_IsRefusedInOneLine(string text) =>
        Assert.DoesNotContain('\n', Assert.Throws<InputException>(() => ContractFile.Parse(text, "c.yaml")).Message);

    [Fact]
    public void AContractInJson_IsReadToo() =>
        Assert.Equal("t", ContractFile.Parse("""{"apiVersion":"v3.1.0","kind":"DataContract","id":"x","version":"1","status":"a","schema":[{"name":"t","properties":[{"name":"a"}]}]}""", "c.json").Tables[0].Name);

    private static IEnumerable<QualityRule> Rules(Contract contract) => contract.Tables[0].Quality.Concat(contract.Tables[0].Columns.SelectMany(static c => c.Quality));

    private static TypeOptions Options(string options) =>
        ContractFile.Parse($"{Head}schema: [{{name: t, properties: [{{name: a, logicalType: number, logicalTypeOptions: {{{options}}}}}]}}]", "test").Tables[0].Columns[0].Options;
}
