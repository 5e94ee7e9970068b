using System.Text.RegularExpressions;
using Assays.Detectors;

namespace Assays.Tests.Architecture;

public sealed partial class CatalogTests
{
    public static TheoryData<string> Checks => [.. CheckCatalog.All.Select(static check => check.GetType().Name)];

    [Fact]
    public void All_ListsEveryCheckOfTheCore()
    {
        var written = typeof(Check).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Check)) && !type.IsAbstract)
            .Select(static type => type.Name).Order(StringComparer.Ordinal);

        var listed = CheckCatalog.All.Select(static check => check.GetType().Name).Order(StringComparer.Ordinal);

        Assert.Equal(written, listed);
    }

    [Fact]
    public void All_HasNoIdAndNoNameTwice()
    {
        var rules = CheckCatalog.All.Select(static check => check.Rule).ToList();

        Assert.Equal(rules.Count, rules.DistinctBy(static rule => rule.Id).Count());
        Assert.Equal(rules.Count, rules.DistinctBy(static rule => rule.Name).Count());
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Rule_IsFormedLikeTheOthers(string type)
    {
        var rule = Find(type).Rule;

        Assert.Matches(Id(), rule.Id);
        Assert.Matches(Name(), rule.Name);
        Assert.NotEmpty(rule.Title);
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Check_HasATestBesideItsLike(string type)
    {
        var folder = Find(type).GetType().Namespace!["Assays.".Length..].Replace('.', Path.DirectorySeparatorChar);

        var test = Path.Combine(SourceTree.Root.FullName, "tests", "Assay.Tests", folder, $"{type}Tests.cs");

        Assert.True(File.Exists(test), $"There is no {test}.");
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Check_HasAPageInTheDocs(string type)
    {
        var rule = Find(type).Rule;
        var page = Path.Combine(SourceTree.Root.FullName, "docs", "rules", $"{rule.Id}.md");

        Assert.True(File.Exists(page), $"There is no {page}.");
        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", File.ReadAllText(page).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Docs_HaveNoPageOfARuleThatDoesNotExist()
    {
        var sources = SourceTree.CSharp("src").Select(static file => File.ReadAllText(file.FullName)).ToList();
        var pages = new DirectoryInfo(Path.Combine(SourceTree.Root.FullName, "docs", "rules")).EnumerateFiles("AS*.md");

        var orphans = pages.Select(static page => Path.GetFileNameWithoutExtension(page.Name))
            .Where(id => !sources.Any(source => source.Contains($"\"{id}\"", StringComparison.Ordinal)));

        Assert.Empty(orphans);
    }

    private static Check Find(string type) => CheckCatalog.All.Single(check => check.GetType().Name == type);

    [GeneratedRegex("^AS0[1-9][0-9]{2}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Name();
}
