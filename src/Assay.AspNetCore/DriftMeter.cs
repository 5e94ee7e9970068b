using System.Diagnostics.Metrics;
using Assays.Contracts.Clauses;
using Assays.Contracts.Streaming;

namespace Assays.AspNetCore;

/// <summary>
/// Counts rows, broken demands, and the windows of rows over which a figure of the contract was not what it expects. Instruments of the meter
/// <c>Assay.Contracts</c>: <c>assay.contract.rows</c> (by verdict), <c>assay.contract.broken</c> and <c>assay.contract.drift</c> (by demand),
/// all by dataset.
/// </summary>
internal sealed class DriftMeter : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Assay.Contracts";

    private readonly Lock _lock = new();
    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _rows;
    private readonly Counter<long> _broken;
    private readonly Counter<long> _drift;
    private readonly string _dataset;
    private readonly RowJudge _judge;
    private readonly int _window;
    private StreamTally _tally;

    public DriftMeter(string dataset, RowJudge judge, int window)
    {
        (_dataset, _judge, _window, _tally) = (dataset, judge, window, new(judge));
        _rows = _meter.CreateCounter<long>("assay.contract.rows", "{row}", "Rows that were held to the contract.");
        _broken = _meter.CreateCounter<long>("assay.contract.broken", "{row}", "Rows that broke a demand of the contract.");
        _drift = _meter.CreateCounter<long>("assay.contract.drift", "{window}", "Windows of rows over which a figure was not what the contract expects.");
    }

    /// <summary>Counts a row.</summary>
    /// <param name="broken">The demands that it breaks.</param>
    public void Add(RowCells row, List<int> broken, bool isValid)
    {
        lock (_lock)
        {
            _rows.Add(1, new("dataset", _dataset), new("verdict", isValid ? "valid" : "invalid"));
            foreach (var demand in broken) Count(_broken, _judge.Demands[demand]);
            _tally.Add(row, broken);
            if (_tally.Rows < _window) return;
            foreach (var figure in _tally.Figures().Where(static f => !f.Holds && IsOfManyRows(f.Demand))) Count(_drift, figure.Demand);
            _tally = new(_judge);
        }
    }

    public void Dispose() => _meter.Dispose();

    // What no row may break is no drift; a number of rows means nothing in a window.
    private static bool IsOfManyRows(Clause demand) => demand is FigureClause { Running: not RunningFigure.Rows } || demand.InPercent;

    private void Count(Counter<long> counter, Clause demand) => counter.Add(1, new("dataset", _dataset), new("demand", demand.Title));
}
