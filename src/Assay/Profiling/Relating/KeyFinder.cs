using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Profiling.Relating;

/// <summary>
/// Finds columns that identify a row, alone or two or three together. That no combination occurs twice means something only where chance would
/// have repeated many; a column of measurements is no key, however rarely it repeats itself.
/// </summary>
internal static class KeyFinder
{
    private const int FewestRows = 20;
    private const int MostColumns = 12;
    private const int RowsTriedFirst = 5_000;
    private const int MostTold = 5;

    /// <summary>The share of unique rows from which an identifier counts as a key with faults.</summary>
    private const double UniqueShareOfIdentifiers = 0.98;

    /// <summary>Repeated rows that chance must have given, had the columns nothing to do with each other.</summary>
    private const double ExpectedRepeats = 20;

    /// <summary>The part of the expected repeats that may have happened.</summary>
    private const double RepeatsAllowed = 0.02;

    public static ImmutableArray<CandidateKey> Find(Sample sample, Profile profile, CancellationToken cancellationToken)
    {
        if (sample.Rows < FewestRows) return [];
        var single = profile.Columns.Where(CanBeKey).Select(c => (Profile: c, Share: UniqueShare(sample[c.Column])))
            .Where(c => c.Share >= LeastShare(c.Profile) && !IsContradicted(c.Profile, profile))
            .Select(static c => new CandidateKey([c.Profile.Column], c.Share)).ToImmutableArray();
        var taken = single.Select(static k => k.Columns[0].Ordinal).ToHashSet();
        var parts = profile.Columns.Where(c => CanBePart(c) && !taken.Contains(c.Column.Ordinal))
            .OrderByDescending(static c => c.Distinct.Value).ThenBy(static c => c.Column.Ordinal)
            .Take(MostColumns).OrderBy(static c => c.Column.Ordinal)
            .Select(c => sample[c.Column]).ToArray();
        var pairs = Composite(sample, parts, 2, [], cancellationToken);
        var triples = Composite(sample, parts, 3, pairs, cancellationToken);
        return [.. single.OrderByDescending(static k => k.UniqueShare).ThenBy(static k => k.Columns[0].Ordinal), .. pairs.Concat(triples).Take(MostTold)];
    }

    private static bool CanBeKey(ColumnProfile column) =>
        column.Present >= 0.98 * column.Rows && column.Type is not (ValueType.Number or ValueType.Boolean or ValueType.Empty or ValueType.Time)
        && !column.IsQuantity && column.Semantic is not (SemanticType.FreeText or SemanticType.Year or SemanticType.Json or SemanticType.Latitude or SemanticType.Longitude);

    private static double LeastShare(ColumnProfile column) =>
        column.Semantic is SemanticType.Identifier or SemanticType.Uuid or SemanticType.Code ? UniqueShareOfIdentifiers : 1;

    // The sketch over all rows knows of repeats that a sample of rows does not show.
    private static bool IsContradicted(ColumnProfile column, Profile profile) =>
        profile.IsSampled && column.Distinct.Value < 0.9 * column.Present;

    private static bool CanBePart(ColumnProfile column) =>
        column.Distinct.Value > 1 && column.Present >= 0.98 * column.Rows && column.Type is not (ValueType.Number or ValueType.Empty) && !column.IsQuantity
        && column.Semantic is not (SemanticType.FreeText or SemanticType.Json);

    private static double UniqueShare(SampledColumn column)
    {
        var unique = 0;
        foreach (var count in column.Counts)
        {
            if (count == 1) unique++;
        }

        return column.Present == 0 ? 0 : (double)unique / column.Present;
    }

    private static List<CandidateKey> Composite(Sample sample, SampledColumn[] parts, int size, List<CandidateKey> smaller, CancellationToken cancellationToken)
    {
        var keys = new List<CandidateKey>();
        foreach (var set in Sets(parts, size))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (smaller.Any(key => key.Columns.All(c => set.Any(s => s.Column == c)))) continue;
            var meeting = set.Aggregate(1.0, static (p, column) => p * Meeting(column));
            if (Expected(sample.Rows, meeting) < ExpectedRepeats) continue;
            var first = Math.Min(sample.Rows, RowsTriedFirst);
            if (first < sample.Rows && Repeats(set, first) > 0.05 * first) continue;
            var repeats = Repeats(set, sample.Rows);
            if (repeats > RepeatsAllowed * Math.Min(sample.Rows, Expected(sample.Rows, meeting))) continue;
            keys.Add(new([.. set.Select(static s => s.Column)], Math.Max(0, 1 - 2.0 * repeats / sample.Rows)));
        }

        return [.. keys.OrderByDescending(static k => k.UniqueShare).ThenBy(static k => k.Columns[0].Ordinal).ThenBy(static k => k.Columns[1].Ordinal)];
    }

    // Pairs of rows that share all values by chance: n²/2 times the probability that two rows meet.
    private static double Expected(int rows, double meeting) => 0.5 * rows * rows * meeting;

    private static double Meeting(SampledColumn column)
    {
        var sum = 0.0;
        foreach (var count in column.Counts)
        {
            sum += (double)count * (count - 1);
        }

        return column.Present < 2 ? 0 : sum / ((double)column.Present * (column.Present - 1));
    }

    private static long Repeats(SampledColumn[] set, int rows)
    {
        var seen = new HashSet<long>(rows);
        var repeats = 0L;
        for (var row = 0; row < rows; row++)
        {
            var key = 0L;
            foreach (var column in set)
            {
                key = key * (column.Values.Length + 1L) + column.Codes[row] + 1;
            }

            if (!seen.Add(key)) repeats++;
        }

        return repeats;
    }

    private static IEnumerable<SampledColumn[]> Sets(SampledColumn[] parts, int size)
    {
        for (var a = 0; a < parts.Length; a++)
        {
            for (var b = a + 1; b < parts.Length; b++)
            {
                if (size == 2)
                {
                    yield return [parts[a], parts[b]];
                    continue;
                }

                for (var c = b + 1; c < parts.Length; c++)
                {
                    yield return [parts[a], parts[b], parts[c]];
                }
            }
        }
    }
}
