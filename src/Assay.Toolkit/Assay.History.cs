using Assays.Data;
using Assays.Drift.Baselines;
using Assays.Findings;
using Assays.History;
using Assays.Reports;

namespace Assays;

public static partial class Assay
{
    /// <summary>Judges the figures of an assessment by those of earlier runs, and keeps them for the next.</summary>
    /// <param name="assessment">What was found out about the table.</param>
    /// <param name="store">Where the runs of this table are kept.</param>
    /// <param name="time">When the data are of.</param>
    /// <returns>The assessment with its <see cref="Assessment.History"/>, which reports show.</returns>
    /// <exception cref="InputException">The store cannot be read or written.</exception>
    public static async Task<Assessment> RememberAsync(Assessment assessment, RunStore store, DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assessment);

        // A comparison alone examines only what changed: its grade is another figure than that of a check.
        var isGraded = assessment.Grade.Dimensions.Any(static d => d.Dimension != Dimension.Stability);
        var run = RunMaker.Make(assessment.Source, time, assessment.Profile, isGraded ? assessment.Grade : null, assessment.Reference);
        return assessment with { History = await RememberAsync(run, store, cancellationToken) };
    }

    /// <summary>Judges the figures of a baseline by those of earlier runs, and keeps them for the next.</summary>
    /// <exception cref="InputException">The store cannot be read or written.</exception>
    public static Task<RunHistory> RememberAsync(Baseline baseline, RunStore store, DateTimeOffset time, CancellationToken cancellationToken = default) =>
        RememberAsync(RunMaker.Make(time, baseline), store, cancellationToken);

    private static async Task<RunHistory> RememberAsync(Run run, RunStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var history = RunHistory.Of(await store.ReadAsync(cancellationToken), run);
        await store.AddAsync(run, cancellationToken);
        return history;
    }
}
