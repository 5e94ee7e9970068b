using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling.Relating;

namespace Assays.Profiling;

/// <summary>Finds what holds between columns, on the sample. Each kind of relation has its own finder; this is where they are called.</summary>
public static class RelationFinder
{
    /// <param name="sample">The rows.</param>
    /// <param name="profile">Their profile, without relations.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static Relations Find(Sample sample, Profile profile, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(profile);
        if (sample.Rows == 0) return Relations.None;
        ImmutableArray<CandidateKey> keys = [];
        ImmutableArray<Dependency> dependencies = [];
        ImmutableArray<ArithmeticRelation> arithmetic = [];
        ImmutableArray<OrderRelation> orders = [];
        ImmutableArray<MissingTogether> missing = [];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellationToken };
        Parallel.Invoke(
            options,
            () => dependencies = DependencyFinder.Find(sample),
            () => keys = KeyFinder.Find(sample, profile, cancellationToken),
            () => arithmetic = ArithmeticFinder.Find(sample, profile, cancellationToken),
            () => orders = OrderFinder.Find(sample, profile),
            () => missing = MissingPatterns.Find(sample));
        return new()
        {
            Keys = keys,
            Dependencies = dependencies,
            Associations = AssociationFinder.Find(sample, profile, threads, cancellationToken),
            Arithmetic = arithmetic,
            Orders = orders,
            MissingTogether = missing,
        };
    }
}
