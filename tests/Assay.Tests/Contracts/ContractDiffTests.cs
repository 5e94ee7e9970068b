using Assays.Contracts;

namespace Assays.Tests.Contracts;

public sealed class ContractDiffTests
{
    private static readonly ContractColumn Age = new("age") { LogicalType = "integer", Required = true, Options = new() { Minimum = "0", Maximum = "120" } };

    private static readonly QualityRule Colors = new(RuleKind.Library)
    {
        Metric = "invalidValues", Arguments = new() { ValidValues = ["red", "green"] }, Expectation = new(Operator.MustBe, 0),
    };

    [Fact]
    public void TheSameContract_HasNoChange() => Assert.Empty(Between(Age, Age with { }));

    [Fact]
    public void ADroppedPromise_BreaksConsumers() => Assert.Equal(Party.Consumers, Assert.Single(Between(Age, Age with { Required = false })).Breaks);

    [Fact]
    public void ANewPromise_BreaksProducers() => Assert.Equal(Party.Producers, Assert.Single(Between(Age, Age with { Unique = true })).Breaks);

    [Theory]
    [InlineData("0", "150", Party.Consumers)]
    [InlineData("0", "99", Party.Producers)]
    [InlineData("-5", "120", Party.Consumers)]
    [InlineData("18", "120", Party.Producers)]
    [InlineData(null, "120", Party.Consumers)]
    public void AWiderRange_BreaksConsumers_AndANarrowerOneProducers(string? minimum, string maximum, Party breaks) =>
        Assert.Equal(breaks, Assert.Single(Between(Age, Age with { Options = new() { Minimum = minimum, Maximum = maximum } })).Breaks);

    [Theory]
    [InlineData("at least 0", "above 0", Party.Producers)]
    [InlineData("above 0", "at least 0", Party.Consumers)]
    [InlineData("above 0", "at least 1", Party.Producers)]
    [InlineData("at least 0", "at least 0.0", null)]
    public void AnOpenBound_IsNarrowerThanAClosedOne_AndOneChange(string old, string now, Party? breaks)
    {
        var changes = Between(Age with { Options = Of(old) }, Age with { Options = Of(now) });

        Assert.Equal(breaks is { } party ? [party] : [], changes.Select(static c => c.Breaks));

        static TypeOptions Of(string bound) => bound.StartsWith("above", StringComparison.Ordinal) ? new() { ExclusiveMinimum = bound.Split(' ')[^1] } : new() { Minimum = bound.Split(' ')[^1] };
    }

    [Theory]
    [InlineData(Operator.MustBeGreaterThan, 2, Operator.MustBeGreaterOrEqualTo, 3, Party.Producers)]
    [InlineData(Operator.MustBeGreaterThan, 2, Operator.MustBeGreaterOrEqualTo, 2, Party.Consumers)]
    [InlineData(Operator.MustBeLessOrEqualTo, 5, Operator.MustBe, 0, Party.Producers)]
    [InlineData(Operator.MustBeLessOrEqualTo, 5, Operator.MustBeGreaterThan, 0, Party.Consumers)]
    [InlineData(Operator.MustNotBe, 5, Operator.MustNotBe, 6, Party.Consumers)]
    public void AFigureThatMayBeLess_BreaksProducers_AnyOtherChangeConsumers(Operator old, double value, Operator now, double newValue, Party breaks)
    {
        QualityRule Rows(Operator @operator, double limit) => new(RuleKind.Library) { Metric = "rowCount", Expectation = new(@operator, limit) };

        Assert.Equal(breaks, Assert.Single(Between(Age with { Quality = [Rows(old, value)] }, Age with { Quality = [Rows(now, newValue)] })).Breaks);
    }

    [Fact]
    public void ARuleThatOnlyWarns_IsPromisedNoMore()
    {
        var warning = Colors with { Severity = "warning" };

        Assert.Equal(Party.Consumers, Assert.Single(Between(Age with { Quality = [Colors] }, Age with { Quality = [warning] })).Breaks);
        Assert.Equal(Party.Producers, Assert.Single(Between(Age with { Quality = [warning] }, Age with { Quality = [Colors] })).Breaks);
        Assert.Empty(Between(Age with { Quality = [Colors] }, Age with { Quality = [Colors with { Severity = "error" }] }));
    }

    [Fact]
    public void AMissingColumn_BreaksConsumers() => Assert.Contains("'age' is gone", Assert.Single(Compare([Age], [])).Description, StringComparison.Ordinal);

    [Fact]
    public void ANewColumn_BreaksProducersWhenItIsRequired()
    {
        Assert.Equal(Party.Producers, Assert.Single(Compare([], [Age])).Breaks);
        Assert.Equal(Party.Nobody, Assert.Single(Compare([], [Age with { Required = false }])).Breaks);
    }

    [Fact]
    public void ANewValidValue_BreaksConsumers_AndOneLessProducers()
    {
        var more = Colors with { Arguments = new() { ValidValues = ["red", "green", "blue"] } };

        Assert.Equal(Party.Consumers, Assert.Single(Between(Age with { Quality = [Colors] }, Age with { Quality = [more] })).Breaks);
        Assert.Equal(Party.Producers, Assert.Single(Between(Age with { Quality = [more] }, Age with { Quality = [Colors] })).Breaks);
    }

    [Fact]
    public void SharesOfSeveralValues_AreToldApart()
    {
        var (red, green) = (Share("red", 20), Share("green", 20));

        Assert.Contains("'green' changed from", Assert.Single(Between(Age with { Quality = [red, green] }, Age with { Quality = [red, Share("green", 30)] })).Description, StringComparison.Ordinal);
        Assert.Contains("'red' is gone", Assert.Single(Between(Age with { Quality = [red, green] }, Age with { Quality = [green] })).Description, StringComparison.Ordinal);
        Assert.Equal(Party.Producers, Assert.Single(Between(Age with { Quality = [red] }, Age with { Quality = [red, green] })).Breaks);

        static QualityRule Share(string value, double least) => new(RuleKind.Custom)
        {
            Engine = OwnRule.Engine, Metric = OwnRule.Share, Arguments = new() { ValidValues = [value] }, Expectation = new(Operator.MustBeBetween, least, 50),
        };
    }

    private static System.Collections.Immutable.ImmutableArray<ContractChange> Between(ContractColumn old, ContractColumn now) => Compare([old], [now]);

    private static System.Collections.Immutable.ImmutableArray<ContractChange> Compare(ContractColumn[] old, ContractColumn[] now) =>
        ContractDiff.Between(new("a", "1", "active", [new("t", [.. old])]), new("a", "2", "active", [new("t", [.. now])]));
}
