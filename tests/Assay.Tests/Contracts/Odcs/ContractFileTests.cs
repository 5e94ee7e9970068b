using System.Collections.Immutable;
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
        from description in Text.Null()
        from values in Text.Array[0, 3]
        from low in Gen.Int[-5, 5]
        from operation in Gen.Enum<Operator>()
        from percent in Gen.Bool
        select new QualityRule(kind)
        {
            Description = description,
            Metric = kind is RuleKind.Library ? "invalidValues" : kind is RuleKind.Custom ? OwnRule.Mean : null,
            Arguments = new() { ValidValues = kind is RuleKind.Library or RuleKind.Custom ? [.. values] : [] },
            Expectation = kind is RuleKind.Text ? null : operation is Operator.MustBeBetween or Operator.MustNotBeBetween ? new(operation, low, low + 1.5) : new(operation, low),
            InPercent = kind is not RuleKind.Text && percent,
            Query = kind is RuleKind.Sql ? "SELECT 1" : null,
            Engine = kind is RuleKind.Custom ? OwnRule.Engine : null,
        };

    private static readonly Gen<ContractColumn> Column =
        from name in Text
        from isNumber in Gen.Bool
        from minimum in Gen.Int[-9, 9].Nullable()
        from required in Gen.Bool
        from rules in Rule.Array[0, 3]
        select new ContractColumn(name)
        {
            LogicalType = isNumber ? "number" : "string",
            Required = required,
            Options = isNumber ? new() { Minimum = minimum?.ToString(System.Globalization.CultureInfo.InvariantCulture) } : new() { Pattern = "^a\\b$", MaxLength = 3 },
            Quality = [.. rules],
        };

    [Fact]
    public void AContract_ReadsBackAsItWasWritten() => Column.Array[1, 4].Sample(columns =>
    {
        var contract = new Contract("id", "1.0.0", "draft", [new("t", [.. columns]) { Description = "no" }]) { Name = "yes", Purpose = "a: b" };

        var text = ContractWriter.Write(contract);

        Assert.Equal(text, ContractWriter.Write(ContractFile.Parse(text, "test")));
        var read = ContractFile.Parse(text, "test").Tables[0].Columns;
        Assert.Equal(columns.Select(static c => c with { Quality = [] }), read.Select(static c => c with { Quality = [] }));
        Assert.Equal(columns.SelectMany(static c => c.Quality), read.SelectMany(static c => c.Quality));
    }, iter: 300);

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

    private static TypeOptions Options(string options) =>
        ContractFile.Parse($"{Head}schema: [{{name: t, properties: [{{name: a, logicalType: number, logicalTypeOptions: {{{options}}}}}]}}]", "test").Tables[0].Columns[0].Options;
}
