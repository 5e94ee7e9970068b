using Assays.Data;
using Assays.Profiling;

namespace Assays.Tests.Profiling;

public sealed class DependencyFinderTests
{
    [Fact]
    public void Find_FindsTheColumnThatDeterminesAnotherDespiteNoise()
    {
        var random = new Random(1);
        var sample = Sample.Of(["key", "value", "noise"], [.. Enumerable.Range(0, 500).Select(i =>
            new[] { $"k{i % 40}", random.Next(20) == 0 ? "stray" + i : $"v{i % 40 % 7}", $"{random.Next(9)}" })]);

        var found = Assert.Single(DependencyFinder.Find(sample));

        Assert.Equal(("key", "value"), (found.Determinants[0].Name, found.Dependent.Name));
        Assert.InRange(found.Violations, 10, 50);
    }

    [Fact]
    public void Find_FindsTwoColumnsThatDetermineOnlyTogether()
    {
        var random = new Random(2);
        var sample = Sample.Of(["a", "b", "sum"], [.. Enumerable.Range(0, 600).Select(_ =>
        {
            var (a, b) = (random.Next(6), random.Next(6));
            return new[] { $"a{a}", $"b{b}", $"{(a + b) % 6}" };
        })]);

        Assert.Contains(DependencyFinder.Find(sample), d => d.Determinants.Length == 2 && d.Dependent.Name == "sum");
    }

    [Fact]
    public void Find_IsSilentAboutColumnsOfFewValuesThatAgreeByChance()
    {
        var random = new Random(4);
        var sample = Sample.Of(["a", "b", "c"], [.. Enumerable.Range(0, 500).Select(_ =>
            new[] { $"{random.Next(3)}", random.Next(50) == 0 ? "no" : "yes", $"{random.Next(4)}" })]);

        Assert.Empty(DependencyFinder.Find(sample));
    }
}
