using Assays.Data;
using Assays.Drift;
using Assays.Drift.Baselines;
using Assays.Reports;

namespace Assays;

public static partial class Assay
{
    /// <summary>Compares a table with a reference: what changed, by how much, and whether it matters.</summary>
    /// <returns>An assessment whose outcomes are the rules about change, with <see cref="Assessment.Reference"/> as the verdict.</returns>
    /// <exception cref="InputException">A source cannot be read, or an option does not fit it.</exception>
    public static Task<Assessment> CompareAsync(
        Reference reference, Source current, CheckOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        new Checkup(Engines, [], changes: Changes).RunAsync(current, (options ?? new()) with { Reference = reference }, progress, cancellationToken);

    /// <summary>What a table is like, small enough to keep: it stands for the table wherever a reference is asked for.</summary>
    /// <exception cref="InputException">The source cannot be read.</exception>
    public static Task<Baseline> BaselineAsync(Source source, CheckOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        new Checkup(Engines, []).BaselineAsync(source, options ?? new(), progress, cancellationToken);

    /// <summary>Adds to what was kept of a table in files those that have come since; the others are not read again.</summary>
    /// <returns>The baseline of all files; the one that was kept when none is new.</returns>
    /// <exception cref="InputException">The source cannot be read, is not of files, or has lost or changed a file since.</exception>
    public static Task<Baseline> UpdateAsync(
        Baseline kept, Source source, CheckOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        new Checkup(Engines, []).UpdateAsync(kept, source, options ?? new(), progress, cancellationToken);
}
