using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines;
using Assays.Measures;

namespace Assays.Profiling;

/// <summary>
/// Makes the profile of a table: each column's from the sample, in parallel, and of a sampled table the figures that all rows can give by one
/// survey in the engine. What holds between columns comes after, from <see cref="RelationFinder"/>.
/// </summary>
public static class Profiler
{
    /// <summary>The profile of a table whose sample was drawn; relations are not yet in it.</summary>
    public static async Task<Profile> ProfileAsync(Table table, Sample sample, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var profile = Profile(sample, threads, cancellationToken);
        if (sample.IsComplete) return profile;

        var survey = await table.SurveyAsync(profile.Columns.SelectMany(Questions), cancellationToken);
        return profile with { Rows = table.Rows, Columns = [.. profile.Columns.Select(c => Complete(c, survey, sample))] };
    }

    /// <summary>The profile that a sample alone gives.</summary>
    public static Profile Profile(Sample sample, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var columns = new ColumnProfile[sample.Columns.Length];
        Parallel.For(
            0, columns.Length, new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellationToken },
            i => columns[i] = ColumnProfiler.Profile(sample.Columns[i], sample));
        return new(sample.TableRows, sample.Rows, sample.Seed, [.. columns], Relations.None);
    }

    /// <summary>The profile with what rare values tell: words for missing that no row of the random sample has.</summary>
    public static Profile WithRare(Profile profile, Sample drawn, Sample more)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(more);
        return drawn == more ? profile : profile with
        {
            Columns = [.. profile.Columns.Select(c => more[c.Column].Values.Length == drawn[c.Column].Values.Length ? c : ColumnProfiler.WithDisguised(c, more[c.Column]))],
        };
    }

    private static IEnumerable<Measure> Questions(ColumnProfile column)
    {
        yield return new Presence(column.Column);
        yield return new DistinctValues(column.Column);
        if (column.Numeric is { } numeric) yield return new NumberMoments(column.Column, numeric.Mean);
    }

    private static ColumnProfile Complete(ColumnProfile column, Survey survey, Sample sample)
    {
        var presence = survey.Of(new Presence(column.Column));
        var sketch = survey.Of(new DistinctValues(column.Column)).Most;
        var seen = column.Distinct.Value;
        var complete = column with
        {
            Present = presence.Hits,
            Missing = presence.Rows - presence.Hits,
            Distinct = DistinctOf(column, sketch, presence.Hits, sample),
        };
        if (column.Numeric is not { } numeric) return complete;
        var moments = survey.Of(new NumberMoments(column.Column, numeric.Mean));
        return moments.Count == 0
            ? complete
            : complete with { Numeric = numeric with { Min = moments.Low, Max = moments.High, Mean = moments.Mean, Deviation = moments.Deviation, Basis = Basis.Exact } };
    }

    // The sketch errs by some percent. What the sample saw is certain, and a sample in which every value is found again and again has seen them all.
    private static Measured<long> DistinctOf(ColumnProfile column, long sketch, long present, Sample sample)
    {
        var seen = column.Distinct.Value;
        var isSeenWhole = column.TopValues.Length < 20 && column.TopValues.All(static v => v.Count >= 50) && sketch <= 1.2 * seen;
        return isSeenWhole ? new(seen, Basis.Sampled) : new(Math.Clamp(sketch, seen, Math.Max(seen, present)), Basis.Approximate);
    }
}
