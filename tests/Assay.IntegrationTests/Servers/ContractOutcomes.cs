using System.Globalization;
using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Data;
using Assays.Findings;

namespace Assays.IntegrationTests.Servers;

/// <summary>What a contract, suggested from a file and then tightened so that much of it breaks, comes to where the table is.</summary>
internal static class ContractOutcomes
{
    public static async Task<ContractTable> StrictAsync(string path)
    {
        var suggested = (await Assay.SuggestContractAsync(new Source.Files(path), cancellationToken: TestContext.Current.CancellationToken)).Tables[0];
        var dependency = new QualityRule(RuleKind.Custom)
        {
            Engine = OwnRule.Engine, Metric = OwnRule.Dependency, Expectation = Expectation.None,
            Arguments = new() { Properties = [suggested.Columns[1].Name, suggested.Columns[0].Name] },
        };
        var pair = new QualityRule(RuleKind.Library) { Metric = "duplicateValues", Expectation = Expectation.None, Arguments = new() { Properties = [suggested.Columns[1].Name, suggested.Columns[2].Name] } };
        return suggested with { Columns = [.. suggested.Columns.Select(Tighten)], Quality = [.. suggested.Quality, dependency, pair] };
    }

    /// <summary>Each demand, how it ended, and the rows that break it.</summary>
    public static async Task<string[]> OfAsync(string source, ContractTable contract)
    {
        await using var table = await Assay.OpenAsync(Source.Parse(source), cancellationToken: TestContext.Current.CancellationToken);
        var outcomes = await ContractChecker.CheckAsync(table, ClauseCompiler.Compile(contract, table.Schema), TestContext.Current.CancellationToken);
        return [.. outcomes.Select(static o => $"{o.Rule.Name}: {o.Rule.Title}: {Words(o)}")];
    }

    private static string Words(Outcome outcome) => outcome switch
    {
        Outcome.Failed failed => $"failed: {failed.Error}",
        Outcome.Skipped => "skipped",
        // Where the engine cannot rank rows, it counts them and lists none.
        Outcome.Ran { Rule.Name: "contract-dependency", Findings: [var finding] } => string.Create(CultureInfo.InvariantCulture, $"broken in {finding.AffectedRows}"),
        Outcome.Ran { Findings: [var finding] } => string.Create(
            CultureInfo.InvariantCulture, $"broken in {finding.AffectedRows}, {Figure(finding)}, rows {string.Join(' ', finding.Cells.Select(static c => $"{c.Row}={c.Value}").DefaultIfEmpty("not told"))}"),
        _ => "kept",
    };

    // Means are sums in another order.
    private static string Figure(Finding finding) => finding.Evidence[0].Value is double figure ? figure.ToString("G9", CultureInfo.InvariantCulture) : "none";

    private static ContractColumn Tighten(ContractColumn column, int at) => (at % 3) switch
    {
        0 => column with { Unique = true, Required = true },
        1 => column with { Options = column.Options with { MaxLength = 4, Pattern = "^[A-Za-z0-9. -]{1,5}$" } },
        _ => column with { LogicalType = "integer", Options = new() { Minimum = "1", ExclusiveMaximum = "50", MultipleOf = 0.5 } },
    };
}
