using Assays.Profiling.Semantics;

namespace Assays.Tests.Profiling.Semantics;

public sealed class DomainTests
{
    [Theory]
    [InlineData("Côte d’Ivoire", "country")]
    [InlineData("TRINIDAD & TOBAGO", "country")]
    [InlineData("dänisch", "language")]
    [InlineData("Sept.", "month")]
    [InlineData("Nova Scotia", "state")]
    [InlineData("Szczecin", "city")]
    public void Holding_NamesTheListsThatHaveAName(string name, string kind) =>
        Assert.Contains(kind, Domain.Holding(Domain.Plain(name)).Select(static list => Domain.All[list].Kind));

    [Theory]
    [InlineData("")]
    [InlineData("El Salvado")]
    public void Holding_IsEmptyForOthers(string name) => Assert.Empty(Domain.Holding(Domain.Plain(name)));

    // Each list is a bit of a number of 64.
    [Fact]
    public void All_AreFewEnough() => Assert.InRange(Domain.All.Length, 40, 64);
}
