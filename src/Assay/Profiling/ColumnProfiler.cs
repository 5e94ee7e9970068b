using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling.Semantics;
using Assays.Profiling.Typing;
using Assays.Statistics;

namespace Assays.Profiling;

/// <summary>Makes the profile of one column from its part of the sample.</summary>
internal static class ColumnProfiler
{
    private const int MostListed = 20;

    /// <summary>Distinct values whose masks are counted; of more, evenly spaced ones.</summary>
    private const int ValuesMasked = 20_000;

    public static ColumnProfile Profile(SampledColumn column, Sample sample)
    {
        var evidence = TypeEvidence.Of(column);
        var meaning = SemanticTyper.Decide(column, evidence);
        var basis = sample.IsComplete ? Basis.Exact : Basis.Sampled;
        var numbers = evidence.Type is ValueType.Integer or ValueType.Number ? WeightedValues.Of(column.Numbers, column.Counts) : null;
        var temporal = evidence.Type is ValueType.Date or ValueType.Time or ValueType.Timestamp ? TemporalFigures.Of(column, evidence)
            : meaning is { Type: SemanticType.DateTime, Detail: { } unit } && numbers is not null ? TemporalFigures.OfEpoch(column, unit)
            : null;
        var profile = new ColumnProfile(column.Column)
        {
            Type = evidence.Type,
            TypeShares = evidence.Shares,
            Semantic = meaning.Type,
            SemanticShare = meaning.Share,
            SemanticDetail = meaning.Detail ?? (meaning.Type == SemanticType.DateTime ? temporal?.Formats[0].Value : null),
            IsPersonal = meaning.IsPersonal,
            Present = column.Present,
            Missing = sample.Rows - column.Present,
            Distinct = new(column.Values.Length, basis),
            TopValues = Top(column),
            Masks = Masks(column),
            Lengths = Lengths(column),
            Numeric = numbers is null ? null : NumericFigures.Of(numbers, evidence.Type, basis),
            Temporal = temporal,
            Sequence = ColumnSequence.Of(column),
        };
        return profile with { Disguised = Disguised(column, evidence, numbers, profile) };
    }

    /// <summary>A profile with the words and marks for missing among more values than it was made of.</summary>
    public static ColumnProfile WithDisguised(ColumnProfile profile, SampledColumn column)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(column);
        var numbers = profile.Numeric is null ? null : WeightedValues.Of(column.Numbers, column.Counts);
        return profile with { Disguised = Disguised(column, TypeEvidence.Of(column), numbers, profile) };
    }

    private static ImmutableArray<DisguisedMissing> Disguised(SampledColumn column, TypeEvidence evidence, WeightedValues? numbers, ColumnProfile profile)
    {
        var words = MissingWords.Of(column, evidence, profile.Semantic);
        if (numbers is not null && profile.IsQuantity) return [.. words, .. Sentinels.OfNumbers(column, numbers)];
        return profile.Temporal is null || profile.Type == ValueType.Time ? words : [.. words, .. Sentinels.OfDates(column, TemporalValues.Of(column, profile))];
    }

    private static ImmutableArray<ValueCount> Top(SampledColumn column)
    {
        var top = new PriorityQueue<int, (int Rows, int Late)>();
        for (var i = 0; i < column.Values.Length; i++)
        {
            top.Enqueue(i, (column.Counts[i], -i));
            if (top.Count > MostListed) top.Dequeue();
        }

        var listed = new ValueCount[top.Count];
        for (var i = listed.Length - 1; i >= 0; i--)
        {
            var at = top.Dequeue();
            listed[i] = new(column.Values[at], column.Counts[at]);
        }

        return [.. listed];
    }

    private static ImmutableArray<ValueCount> Masks(SampledColumn column)
    {
        var exact = Masks(column, loose: false);
        var listed = exact.Take(MostListed).Sum(static m => m.Count);
        return [.. (listed >= 0.9 * exact.Sum(static m => m.Count) ? exact : Masks(column, loose: true)).Take(MostListed)];
    }

    private static List<ValueCount> Masks(SampledColumn column, bool loose)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var step = Math.Max(1, (column.Values.Length + ValuesMasked - 1) / ValuesMasked);
        Span<char> buffer = stackalloc char[512];
        for (var i = 0; i < column.Values.Length; i += step)
        {
            var mask = Mask.Write(column.Values[i], buffer, loose);
            lookup.TryGetValue(mask, out var before);
            lookup[mask] = before + column.Counts[i];
        }

        return [.. counts.Select(static m => new ValueCount(m.Key, m.Value)).OrderByDescending(static m => m.Count).ThenBy(static m => m.Value, StringComparer.Ordinal)];
    }

    private static LengthProfile? Lengths(SampledColumn column)
    {
        if (column.Present == 0) return null;
        var lengths = new double[column.Values.Length];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = column.Values[i].Length;
        }

        var sorted = WeightedValues.Of(lengths, column.Counts);
        return new((int)sorted.Min, (int)sorted.Max, sorted.Moments().Mean, (int)sorted.At(sorted.Count / 2));
    }
}
