using System.Collections.Immutable;
using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Odcs;
using Assays.Data;
using Assays.DriftBench;
using Assays.Findings;

namespace Assays.ContractsBench;

/// <summary>A change of a table that a contract of its other half was shown.</summary>
internal sealed record ChangeTrial(string Name, string Column, bool IsCaught);

/// <summary>A demand that a contract of one half made of the other.</summary>
internal sealed record DemandTrial(string Kind, string Title, bool IsBroken);

/// <summary>What contracts inferred from halves of one table do with the other halves.</summary>
/// <param name="Demands">The demands that were checked on held-out halves, over all splits.</param>
internal sealed record TableTrial(string Table, int Rows, ImmutableArray<DemandTrial> Demands, ImmutableArray<ChangeTrial> Changes, bool IsLossless)
{
    private const int Splits = 5;
    private const int ColumnsOfAChange = 4;

    public static async Task<TableTrial> RunAsync(RealTable table)
    {
        var (demands, changes, isLossless) = (ImmutableArray.CreateBuilder<DemandTrial>(), ImmutableArray<ChangeTrial>.Empty, true);
        for (var seed = 0; seed < Splits; seed++)
        {
            var (known, held) = table.Split(table.Sample.Rows / 2, new Random(seed));
            var contract = await InferAsync(known);
            var outcomes = await CheckAsync(contract, held);
            demands.AddRange(outcomes.Select(static o => new DemandTrial(o.Rule.Name, o.Rule.Title, Complaints([o]).Any())));

            var read = ContractFile.Parse(ContractWriter.Write(contract), "written");
            isLossless &= ContractWriter.Write(read) == ContractWriter.Write(contract)
                && Complaints(await CheckAsync(read, held)).SequenceEqual(Complaints(outcomes));
            if (seed == 0) changes = await ChangeAsync(contract, held, [.. Complaints(outcomes)]);
        }

        return new(table.Name, table.Sample.Rows, demands.ToImmutable(), changes, isLossless);
    }

    private static async Task<ImmutableArray<ChangeTrial>> ChangeAsync(Contract contract, Rows held, HashSet<string> before)
    {
        var trials = ImmutableArray.CreateBuilder<ChangeTrial>();
        foreach (var change in Change.All.Where(c => held.Cells.Length >= c.LeastRows))
        {
            var columns = Enumerable.Range(0, held.Names.Length).Where(c => change.Fits(ColumnFacts.Of(held, c))).ToArray();
            new Random(1).Shuffle(columns);
            foreach (var column in columns.Take(ColumnsOfAChange))
            {
                if (change.Do(held, column, new Random(column)) is not var (rows, _)) continue;
                var complaints = Complaints(await CheckAsync(contract, rows));
                trials.Add(new(change.Name, held.Names[column], complaints.Any(c => !before.Contains(c))));
            }
        }

        return trials.ToImmutable();
    }

    private static Task<Contract> InferAsync(Rows rows) => WithFileAsync(rows, static path => Assay.SuggestContractAsync(Source.Parse(path)));

    private static Task<ImmutableArray<Outcome>> CheckAsync(Contract contract, Rows rows) => WithFileAsync(rows, async path =>
    {
        await using var table = await Assay.OpenAsync(Source.Parse(path));
        return await ContractChecker.CheckAsync(table, ClauseCompiler.Compile(contract.Tables[0], table.Schema));
    });

    // A demand is broken once, whatever its figures.
    private static IEnumerable<string> Complaints(IEnumerable<Outcome> outcomes) => outcomes.SelectMany(static o => o switch
    {
        Outcome.Ran ran => ran.Findings.Where(static f => f.Severity > Severity.Note).Select(static f => f.Rule.Title),
        Outcome.Failed failed => [$"{failed.Rule.Title}: {failed.Error}"],
        _ => [],
    });

    private static async Task<T> WithFileAsync<T>(Rows rows, Func<string, Task<T>> use)
    {
        var folder = Directory.CreateTempSubdirectory("assay-contracts-");
        try
        {
            var path = Path.Combine(folder.FullName, "table.csv");
            rows.Write(path);
            return await use(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
