using Assays.Drift;
using Assays.Findings;
using Assays.Tests.Architecture;

namespace Assays.Tests.Drift;

public sealed class DriftCatalogTests
{
    public static TheoryData<string> Rules => [.. DriftCatalog.All.Select(static rule => rule.GetType().Name)];

    [Fact]
    public void All_ListsEveryRuleOfTheCore() =>
        Assert.Equal(
            typeof(ChangeDetector).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(ChangeDetector))).Select(static type => type.Name).Order(StringComparer.Ordinal),
            DriftCatalog.All.Select(static rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void All_HasNoIdTwice() => Assert.Equal(DriftCatalog.All.Length, DriftCatalog.All.DistinctBy(static rule => rule.Rule.Id).Count());

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasATestAndAPage(string type)
    {
        var rule = DriftCatalog.All.Single(one => one.GetType().Name == type).Rule;
        var page = Path.Combine(SourceTree.Root.FullName, "docs", "rules", $"{rule.Id}.md");

        Assert.True(File.Exists(Path.Combine(SourceTree.Root.FullName, "tests", "Assay.Tests", "Drift", "Changes", $"{type}Tests.cs")));
        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", File.ReadAllText(page).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void All_TogetherAreSilentOnTwins()
    {
        Assert.Empty(Compared.Serious(Compared.Twin()));
        Assert.Equal(Verdict.Safe, VerdictMaker.Make(Compared.Twin(), []).Verdict);
    }

    [Fact]
    public void Verdict_IsStopWhenSomethingBreaks_AndSaysWhy()
    {
        var comparison = Compared.With(static row => row[1..], Compared.Names[1..]);

        var verdict = VerdictMaker.Make(comparison, Compared.Serious(comparison));

        Assert.Equal(Verdict.Stop, verdict.Verdict);
        Assert.Contains("amount", verdict.Reasons[0], StringComparison.Ordinal);
    }
}
