using System.Collections.Immutable;
using Assays.Data;
using Assays.Detectors;
using Assays.Drift.Baselines;
using Assays.Drift.Parts;
using Assays.Profiling;
using Assays.Statistics;

namespace Assays.Drift;

/// <summary>Everything that is known when a table is compared with a reference.</summary>
/// <param name="Reference">What the table was like.</param>
/// <param name="Current">What it is like.</param>
/// <param name="Pairing">Which column goes on with which.</param>
/// <param name="Profile">The current table's statistics.</param>
/// <param name="Sample">The current table's rows, all or some.</param>
/// <param name="Shifts">How far the distributions moved, where they can be compared.</param>
/// <param name="Rescalings">Columns whose numbers are all in another unit.</param>
/// <param name="Swaps">Columns that have each other's content.</param>
public sealed record Comparison(
    Baseline Reference,
    Baseline Current,
    ColumnPairing Pairing,
    Profile Profile,
    Sample Sample,
    ImmutableDictionary<ColumnPair, ColumnShift> Shifts,
    ImmutableArray<Rescaling> Rescalings,
    ImmutableArray<ColumnSwap> Swaps)
{
    /// <summary>Shares of rows below this are noise to whatever is built on the data, however many rows there are to prove them.</summary>
    public const double LeastEffect = 0.03;

    /// <summary>From this effect on somebody should look.</summary>
    public const double NotableEffect = 0.08;

    /// <summary>So far, in deviations of the reference, numbers move on average before somebody should look; a tenth is then found though it be measured a little short.</summary>
    public const double NotableDistance = 0.05;

    /// <summary>The level at which a kind of test is believed, over all columns.</summary>
    public const double Level = 0.01;

    /// <summary>The share of false ones among the distributions that are said to have moved.</summary>
    public const double DriftLevel = 0.02;

    /// <summary>The column that is predicted.</summary>
    public Column? Target { get; init; }

    /// <summary>The name of the column to predict when the current table does not have it yet.</summary>
    public string? AbsentTarget { get; init; }

    /// <summary>How the tables are taken apart, along time or by groups; none when nobody asked.</summary>
    public Partition? Parts { get; init; }

    /// <summary>The column that holds a model's predictions.</summary>
    public Column? Prediction { get; init; }

    /// <summary>The reference's rows; none when it is a baseline.</summary>
    public Sample? ReferenceSample { get; init; }

    public Effort Effort { get; init; } = Effort.Normal;
    public int Seed { get; init; }
    public int Threads { get; init; } = 1;

    public ImmutableArray<ColumnPair> Pairs => Pairing.Pairs;

    /// <summary>The level of one of the tests that each column has once.</summary>
    public double LevelOfOne => Level / Math.Max(1, Pairs.Length);

    /// <summary>Compares what the baselines tell.</summary>
    public static Comparison Of(Baseline reference, Baseline current, Profile profile, Sample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var pairing = ColumnPairing.Of(reference, current, sample.Schema);
        var found = pairing.Pairs.Select(static p => (Pair: p, Shift: ColumnShift.Of(p))).Where(static f => f.Shift is not null).ToArray();
        var levels = FalseDiscovery.Adjust([.. found.Select(static f => f.Shift!.PValue)]);
        var shifts = found.Select((f, i) => KeyValuePair.Create(f.Pair, f.Shift! with { QValue = levels[i] })).ToImmutableDictionary<ColumnPair, ColumnShift>(ReferenceEqualityComparer.Instance);
        ImmutableArray<ColumnPair> moved = [.. found.Where((f, i) => levels[i] <= Level && f.Shift!.Effect >= Rescaling.LeastDistance).Select(static f => f.Pair)];
        var swaps = ColumnSwap.Find(moved);
        return new(reference, current, pairing, profile, sample, shifts, [.. moved.Where(p => !swaps.Any(s => s.Concerns(p))).Select(Rescaling.Of).OfType<Rescaling>()], swaps);
    }

    /// <summary>Whether the distribution of a column moved so far that it matters, and chance is ruled out.</summary>
    public bool HasMoved(ColumnPair pair) =>
        Shifts.GetValueOrDefault(pair) is { } shift && shift.QValue <= DriftLevel && (shift.Effect >= LeastEffect || shift.NormedDistance >= NotableDistance);

    /// <summary>Whether it moved so far that somebody should look.</summary>
    public bool HasMovedNotably(ColumnPair pair) => HasMoved(pair) && (Shifts[pair].Effect >= NotableEffect || Shifts[pair].NormedDistance >= NotableDistance);

    /// <summary>Whether a column's distribution moved for a reason that is told by a rule of its own.</summary>
    public bool IsExplained(ColumnPair pair) => Rescalings.Any(r => ReferenceEquals(r.Pair, pair)) || Swaps.Any(s => s.Concerns(pair));
}
