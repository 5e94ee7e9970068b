using System.Collections.Immutable;
using Assays.Contracts.Clauses;

namespace Assays.Contracts.Streaming;

/// <summary>
/// Keeps the figures of a contract up while rows stream by: how many rows break each demand, means, shares of zeros. At the end, or for each
/// window of rows, it tells what holds, in memory that does not grow with the rows.
/// </summary>
public sealed class StreamTally(RowJudge judge)
{
    private readonly long[] _broken = new long[judge.Demands.Length];
    private readonly FigureClause[] _figures = [.. judge.Clauses.OfType<FigureClause>().Where(static f => f.Running != RunningFigure.None)];
    private readonly (double Sum, long Count)[] _sums = new (double, long)[judge.Clauses.OfType<FigureClause>().Count(static f => f.Running != RunningFigure.None)];

    public long Rows { get; private set; }

    /// <summary>Counts a row.</summary>
    /// <param name="broken">What <see cref="RowJudge.Judge"/> said of it.</param>
    public void Add(RowCells row, List<int> broken)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(broken);
        Rows++;
        foreach (var demand in broken) _broken[demand]++;
        for (var i = 0; i < _figures.Length; i++)
        {
            if (_figures[i].Running == RunningFigure.Rows) continue;
            var column = _figures[i].Columns[0].Ordinal;
            if (_figures[i].Running == RunningFigure.Share)
            {
                if (!row[column].IsEmpty) Count(ref _sums[i], _figures[i].Counted!.Passes(row[column], double.NaN) ? 100 : 0);
                continue;
            }

            var number = row.Number(column);
            if (_figures[i].Running == RunningFigure.ZeroShare && !row[column].IsEmpty) Count(ref _sums[i], number == 0 ? 100 : 0);
            else if (_figures[i].Running == RunningFigure.Mean && !double.IsNaN(number)) Count(ref _sums[i], number);
            else if (_figures[i].Running == RunningFigure.GeometricMean && number > 0) Count(ref _sums[i], Math.Log(number));
        }
    }

    /// <summary>What each demand came to.</summary>
    public ImmutableArray<StreamFigure> Figures() =>
    [
        .. judge.Demands.Select((demand, i) => Of(demand, demand.InPercent ? Rows == 0 ? 0 : 100.0 * _broken[i] / Rows : _broken[i])),
        .. _figures.Select((figure, i) => Of(figure, figure.Running == RunningFigure.Rows ? Rows : Mean(figure.Running, _sums[i]))),
    ];

    private static double Mean(RunningFigure running, (double Sum, long Count) sum) =>
        sum.Count == 0 ? double.NaN : running == RunningFigure.GeometricMean ? Math.Exp(sum.Sum / sum.Count) : sum.Sum / sum.Count;

    private static StreamFigure Of(Clause demand, double figure) => new(demand, figure, demand.Expectation.Holds(figure));

    private static void Count(ref (double Sum, long Count) sum, double value) => sum = (sum.Sum + value, sum.Count + 1);
}

/// <summary>What a demand came to over some rows.</summary>
/// <param name="Figure">Rows that break it, or percent of them where the demand counts so; for figures such as a mean their value, NaN without any.</param>
/// <param name="Holds">Whether the figure is as the demand expects.</param>
public readonly record struct StreamFigure(Clause Demand, double Figure, bool Holds);
