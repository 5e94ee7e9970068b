using Assays.Contracts;
using Assays.Detectors;
using Assays.Drift;
using Assays.Drift.Parts;

namespace Assays;

/// <summary>What a caller may choose about an assessment. The defaults fit any table.</summary>
public sealed record CheckOptions
{
    /// <summary>The column that is to be predicted; adds the checks about leakage, imbalance and labels.</summary>
    public string? Target { get; init; }

    public Effort Effort { get; init; } = Effort.Normal;

    /// <summary>What the table must be; each demand becomes a check of the assessment.</summary>
    public Contract? Contract { get; init; }

    /// <summary>What the table is compared with.</summary>
    public Reference? Reference { get; init; }

    /// <summary>With a reference: the column by which both tables are taken apart, along time when it tells dates, else by its values.</summary>
    public string? By { get; init; }

    /// <summary>With <see cref="By"/> along time: what one part covers; the data choose when it is none.</summary>
    public Period? Period { get; init; }

    /// <summary>With a reference: the column that holds a model's predictions.</summary>
    public string? Prediction { get; init; }

    /// <summary>Chooses the samples; the same seed gives the same report.</summary>
    public int Seed { get; init; }

    /// <summary>Threads at most; all processors by default.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Memory for the engine at most; beyond it spills to disk.</summary>
    public long MemoryInBytes { get; init; } = 320L << 20;

    /// <summary>How long one query on a server may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Rows that a table may have at most: a larger one is refused once its rows are counted, before anything else is asked of it.</summary>
    public long? MaxScanRows { get; init; }

    /// <summary>Rows brought into the process at most, further limited by <see cref="SampleCells"/>; a table that fits is read whole.</summary>
    public int SampleRows { get; init; } = 100_000;

    /// <summary>Cells brought into the process at most.</summary>
    public int SampleCells { get; init; } = 2_000_000;

    /// <summary>
    /// Bytes, about, that a baseline's sample may take on the wire from a server. Counts, extremes and means are of all rows anyway; a check,
    /// whose models learn from the sample, is not limited by it.
    /// </summary>
    public int ProfileBytes { get; init; } = 900_000;

    /// <summary>Reports hide the values of columns that are about persons unless this is set.</summary>
    public bool ShowsPersonalValues { get; init; }
}
