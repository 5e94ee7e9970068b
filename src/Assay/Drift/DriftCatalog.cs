using System.Collections.Immutable;
using Assays.Drift.Changes;

namespace Assays.Drift;

/// <summary>Every rule about what became of a table since its reference, in the order in which reports list them. A new one adds its line here.</summary>
public static class DriftCatalog
{
    public static ImmutableArray<ChangeDetector> All { get; } =
    [
        new RemovedColumns(),
        new AddedColumns(),
        new RenamedColumns(),
        new RetypedColumns(),
        new ReorderedColumns(),
        new SwappedColumns(),
        new RescaledColumns(),
        new NewCategories(),
        new VanishedCategories(),
        new UnseenNumbers(),
        new ChangedGaps(),
        new ChangedFormats(),
        new DriftedColumns(),
        new DriftedTarget(),
        new DatedChanges(),
        new ChangedGroups(),
    ];
}
