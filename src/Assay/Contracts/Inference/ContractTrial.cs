using System.Collections.Immutable;
using Assays.Contracts.Clauses;
using Assays.Engines;
using Assays.Findings;

namespace Assays.Contracts.Inference;

/// <summary>Tries a suggested contract on the table that it was suggested from: what a sample suggests need not hold in all rows.</summary>
public static class ContractTrial
{
    /// <summary>The contract without what the table breaks.</summary>
    public static async Task<Contract> PassedAsync(Table table, Contract contract, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(contract);
        var tried = contract.Tables[0];
        if (await HoldsAsync(table, tried, cancellationToken)) return contract;

        var columns = ImmutableArray.CreateBuilder<ContractColumn>(tried.Columns.Length);
        foreach (var column in tried.Columns) columns.Add(await PassedAsync(table, column, cancellationToken));
        var quality = ImmutableArray.CreateBuilder<QualityRule>();
        foreach (var rule in tried.Quality)
        {
            if (await HoldsAsync(table, tried with { Columns = [], Quality = [rule] }, cancellationToken)) quality.Add(rule);
        }

        return contract with { Tables = [tried with { Columns = columns.MoveToImmutable(), Quality = quality.ToImmutable() }] };
    }

    private static async Task<ContractColumn> PassedAsync(Table table, ContractColumn column, CancellationToken cancellationToken)
    {
        if (await HoldsAsync(table, new("", [column]), cancellationToken)) return column;

        var kept = column with { Quality = [] };
        ContractColumn[] looser =
        [
            kept, kept with { Options = TypeOptions.None }, kept with { Options = TypeOptions.None, Unique = false, PrimaryKeyPosition = null },
            kept with { Options = TypeOptions.None, Unique = false, PrimaryKeyPosition = null, Required = false },
        ];
        var passed = new ContractColumn(column.Name) { Description = column.Description, Classification = column.Classification };
        foreach (var candidate in looser)
        {
            if (!await HoldsAsync(table, new("", [candidate]), cancellationToken)) continue;
            passed = candidate;
            break;
        }

        foreach (var rule in column.Quality)
        {
            var with = passed with { Quality = [.. passed.Quality, rule] };
            if (await HoldsAsync(table, new("", [with]), cancellationToken)) passed = with;
        }

        return passed;
    }

    private static async Task<bool> HoldsAsync(Table table, ContractTable demands, CancellationToken cancellationToken)
    {
        var clauses = ClauseCompiler.Compile(demands, table.Schema).Where(static c => c is not SchemaClause { Severity: Severity.Note }).ToImmutableArray();
        var outcomes = await ContractChecker.CheckAsync(table, clauses, cancellationToken);
        return outcomes.All(static o => o is Outcome.Ran { Findings.IsEmpty: true } or Outcome.Skipped);
    }
}
