using System.CommandLine;
using System.Text.RegularExpressions;
using Assays.Cli;
using Assays.Tests.Architecture;

namespace Assays.Tests;

/// <summary>What the front page promises is what the code does.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task TheLibrarySnippet_IsThisOne()
    {
        var root = Repository();
        var samplePath = Path.Combine(root, "samples", "orders.csv");
        using var output = new StringWriter();
        await SnippetAsync(samplePath, output);

        Assert.Contains("duplicate-rows", output.ToString(), StringComparison.Ordinal);
        var code = await File.ReadAllTextAsync(Path.Combine(root, "tests", "Assay.Tests", "ReadmeTests.cs"), TestContext.Current.CancellationToken);
        var readme = await File.ReadAllTextAsync(Path.Combine(root, "README.md"), TestContext.Current.CancellationToken);
        var snippet = CSharp().Match(readme).Groups[1].Value;
        Assert.All(
            snippet.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(static line => !line.StartsWith("using", StringComparison.Ordinal)),
            line => Assert.Contains(line.Replace("\"data.csv\"", "path", StringComparison.Ordinal).Replace("Console.", "console.", StringComparison.Ordinal), code, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryOptionOfTheFrontPage_Exists()
    {
        var readme = File.ReadAllText(Path.Combine(Repository(), "README.md"));
        var help = All(CommandLine.Root()).SelectMany(static c => c.Options).Select(static o => o.Name).ToHashSet(StringComparer.Ordinal);

        var promised = Option().Matches(readme).Select(static m => m.Value).Distinct().Except(["--project", "--self-contained"]);

        Assert.All(promised, option => Assert.Contains(option, help));
    }

    [Fact]
    public void EveryPageThatTheFrontPageLinks_Exists() => Assert.All(
        Link().Matches(File.ReadAllText(Path.Combine(Repository(), "README.md"))).Select(static m => m.Groups[1].Value),
        static link => Assert.True(Path.Exists(Path.Combine(Repository(), link)), link));

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static async Task SnippetAsync(string path, TextWriter console)
    {
        var assessment = await Assay.CheckAsync(path);

        console.WriteLine($"{assessment.Grade.Overall.Letter} {assessment.Grade.Overall.Value:0}");
        foreach (var finding in assessment.Findings)
        {
            console.WriteLine($"{finding.Id}: {finding.Explanation}");
        }
    }

    private static string Repository() => SourceTree.Root.FullName;

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"--[a-z][a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
