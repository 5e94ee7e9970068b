using System.Collections.Immutable;
using Assays.Contracts.Clauses;
using Assays.Findings;

namespace Assays.Contracts.Streaming;

/// <summary>Judges rows one by one, in the process, by the demands that a single row can break. What needs the whole table is left over.</summary>
public sealed class RowJudge
{
    /// <param name="clauses">The contract bound to the columns of the rows, see <see cref="ClauseCompiler"/>.</param>
    public RowJudge(ImmutableArray<Clause> clauses)
    {
        Clauses = clauses;
        Demands = [.. clauses.Where(static c => c.JudgesSingleRows)];
        LeftOver = [.. clauses.Where(static c => !c.JudgesSingleRows && c is not FigureClause { Running: not RunningFigure.None })];
    }

    public ImmutableArray<Clause> Clauses { get; }

    /// <summary>The demands that rows are judged by.</summary>
    public ImmutableArray<Clause> Demands { get; }

    /// <summary>The demands that neither a row nor a running figure can tell, such as unique values and queries.</summary>
    public ImmutableArray<Clause> LeftOver { get; }

    /// <summary>Lists the demands that a row breaks, by their positions in <see cref="Demands"/>.</summary>
    public void Judge(RowCells row, List<int> broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        broken.Clear();
        var demands = Demands.AsSpan();
        for (var i = 0; i < demands.Length; i++)
        {
            if (demands[i].Fails(row)) broken.Add(i);
        }
    }

    /// <summary>Whether a row that breaks a demand is not to be used: the demand is an error that no row may make, as for a table's quarantine.</summary>
    public static bool Rejects(Clause demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return demand.Severity == Severity.Error && demand.Expectation == Expectation.None;
    }
}
