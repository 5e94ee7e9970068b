using System.Globalization;
using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Streaming;
using Assays.Data;
using Assays.Findings;

namespace Assays.Cli.Commands;

/// <summary><c>assay contract check CONTRACT - --stream</c>: a verdict a row on standard output, the summary on the error stream.</summary>
internal static class StreamCommand
{
    public static async Task<int> RunAsync(Contract contract, string source, bool isQuiet, CancellationToken cancellationToken)
    {
        if (source != "-") throw new InputException("--stream checks rows that come through standard input; give - as the source.");
        var table = contract.Find(null) ?? throw new InputException("The contract has several tables; say which one is meant with --table.");
        await using var input = System.Console.OpenStandardInput();
        await using var output = System.Console.OpenStandardOutput();
        var result = await StreamCheck.RunAsync(table, input, output, cancellationToken);
        var broken = result.Figures.Where(static f => !f.Holds && f.Demand is not SchemaClause).ToList();
        var missing = result.Figures.Select(static f => f.Demand).OfType<SchemaClause>().ToList();
        var errors = System.Console.Error;
        if (!isQuiet)
        {
            foreach (var clause in missing.Concat(result.LeftOver.OfType<SchemaClause>())) await Say($"{Reports.Words.Of(clause.Severity),-8} {clause.Complaint}");
            foreach (var (demand, figure, _) in broken) await Say($"{Reports.Words.Of(demand.Severity),-8} {Words(demand, figure)}");
            foreach (var clause in result.LeftOver.Where(static c => c is not SchemaClause)) await Say($"skipped  {clause.Title}: {(clause as UncheckedClause)?.Why ?? "it needs the whole table; check it without --stream."}");
        }

        var isBroken = result.Invalid > 0 || missing.Count > 0 || broken.Exists(static f => f.Demand.Severity == Severity.Error);
        await Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isBroken ? "The contract is broken" : "The contract is kept")}: {result.Rows:#,0} rows read, {result.Invalid:#,0} of them not valid, {broken.Count:#,0} of {result.Figures.Length:#,0} demands broken."));
        return isBroken ? ExitStatus.Crossed : ExitStatus.Fine;

        async Task Say(string line) => await errors.WriteLineAsync(line.AsMemory(), cancellationToken);
    }

    private static string Words(Clause demand, double figure) => demand switch
    {
        FigureClause => string.Create(CultureInfo.InvariantCulture, $"The figure for the demand that {demand.Title} is {figure:#,0.######}; the contract wants {demand.Expectation}."),
        { InPercent: true } => string.Create(CultureInfo.InvariantCulture, $"{figure:0.######} % of the rows break the demand that {demand.Title}; the contract wants {demand.Expectation} %."),
        _ => string.Create(CultureInfo.InvariantCulture, $"{figure:#,0} rows break the demand that {demand.Title}; the contract wants {demand.Expectation}."),
    };
}
