using System.Collections.Immutable;
using Assays.Detectors;
using Assays.Drift;
using Assays.Learning.Drift;
using Assays.Learning.Cells;
using Assays.Learning.Labels;
using Assays.Learning.Rows;

namespace Assays.Learning;

/// <summary>Every check that trains models, in the order in which reports list them. A new one adds its line here.</summary>
public static class LearningCatalog
{
    public static ImmutableArray<Check> All { get; } =
    [
        new WrongLabels(),
        new UnfittingNumbers(),
        new OddRows(),
    ];

    /// <summary>Every rule about change that trains models.</summary>
    public static ImmutableArray<ChangeDetector> Changes { get; } =
    [
        new DriftedRows(),
        new ChangedConcept(),
        new ExpectedPerformance(),
    ];
}
