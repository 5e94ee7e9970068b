using System.Collections.Immutable;
using Assays.Data;
using Assays.Measures;
using Assays.Profiling;
using Assays.Statistics;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Drift.Baselines;

/// <summary>
/// Makes the baseline of a table from its profile and sample. Nothing is left out of it yet: two tables are compared by all numbers and
/// categories of their samples, and <see cref="Baseline.Compact"/> makes it small.
/// </summary>
public static class BaselineMaker
{
    /// <summary>Of more distinct values, or values that hardly come back, a text is no category.</summary>
    private const int MostCategories = 1_000;

    /// <summary>Numbers with as few distinct values are also compared value by value.</summary>
    private const int FewNumbers = 50;
    private const double PlainShare = 0.9;
    private const double FallingShare = 0.001;

    /// <param name="profile">The table's.</param>
    /// <param name="sample">The table's rows, all or some.</param>
    public static Baseline Make(Profile profile, Sample sample, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(sample);
        var columns = new ColumnBaseline[sample.Columns.Length];
        Parallel.For(0, columns.Length, new() { MaxDegreeOfParallelism = Math.Max(1, threads) }, i => columns[i] = Make(profile.Columns[i], sample.Columns[i]));
        return new(profile.Rows, sample.Rows, sample.Rows, [.. columns]);
    }

    private static ColumnBaseline Make(ColumnProfile profile, SampledColumn values)
    {
        var role = RoleOf(profile, values);
        var keeps = !profile.IsPersonal;
        var isCounted = keeps && (role == ColumnRole.Category || (role == ColumnRole.Quantity && values.Values.Length <= FewNumbers));
        return new(profile.Column.Label, profile.Column.Ordinal, profile.Type, role)
        {
            IsPersonal = profile.IsPersonal,
            Rows = profile.Rows,
            Missing = profile.Missing,
            Blank = Counts(values).Where(static c => string.IsNullOrWhiteSpace(c.Key)).Sum(static c => c.Value),
            IsRunning = values.Values.Length >= 20 && profile.Sequence is { RisingShare: > 0, FallingShare: <= FallingShare } && role != ColumnRole.Category,
            Moments = keeps && role == ColumnRole.Quantity ? MomentsOf(profile, values) : Moments.AdditiveIdentity,
            Numbers = !keeps ? null : role switch
            {
                ColumnRole.Quantity or ColumnRole.Identifier or ColumnRole.Category when profile.Numeric is not null => new(WeightedValues.Of(values.Numbers, values.Counts), 0),
                ColumnRole.Text => new(WeightedValues.Of([.. values.Values.Select(static v => (double)v.Length)], values.Counts), 0),
                _ => null,
            },
            Values = isCounted ? FrequentItems.Of(Counts(values), int.MaxValue) : FrequentItems.None,
            Masks = MasksOf(values),
            Distinct = keeps ? DistinctSketch.Of(values.Values) : null,
            Span = keeps && profile.Temporal is { } temporal ? (temporal.Min, temporal.Max) : null,
        };
    }

    private static ColumnRole RoleOf(ColumnProfile profile, SampledColumn values)
    {
        if (values.Present == 0) return ColumnRole.Empty;
        if (profile.Temporal is not null) return ColumnRole.Time;
        if (profile.Type == ValueType.Boolean) return ColumnRole.Category;
        var comesBack = values.Values.Length <= MostCategories && values.Values.Length <= 0.5 * values.Present;
        if (profile.Numeric is not null && PlainNumbers(values) >= PlainShare * values.Present)
        {
            if (IsCounter(profile, values)) return ColumnRole.Identifier;
            return profile.Semantic is SemanticType.Category or SemanticType.Boolean && comesBack && values.Values.Length <= FewNumbers ? ColumnRole.Category : ColumnRole.Quantity;
        }

        if (profile.Semantic is SemanticType.Identifier or SemanticType.Uuid && !comesBack) return ColumnRole.Identifier;
        return comesBack ? ColumnRole.Category : ColumnRole.Text;
    }

    // Whole numbers, one for each row, that count up or fill their range: names of rows.
    private static bool IsCounter(ColumnProfile profile, SampledColumn values)
    {
        if (profile.Type != ValueType.Integer || values.Values.Length < values.Present || values.Present < 20) return false;
        var range = profile.Numeric!.Max - profile.Numeric.Min + 1;
        return profile.Semantic == SemanticType.Identifier || profile.Sequence is { IsRising: true } or { IsFalling: true } || profile.Present >= 0.8 * range;
    }

    private static long PlainNumbers(SampledColumn values)
    {
        var rows = 0L;
        for (var i = 0; i < values.Numbers.Length; i++)
        {
            if (!double.IsNaN(values.Numbers[i])) rows += values.Counts[i];
        }

        return rows;
    }

    // Mean and deviation are over all rows where the engine gave them; the count goes with them.
    private static Moments MomentsOf(ColumnProfile profile, SampledColumn values)
    {
        var numeric = profile.Numeric!;
        var count = (long)Math.Round((double)PlainNumbers(values) * profile.Present / values.Present);
        return new(count, numeric.Mean, numeric.Deviation * numeric.Deviation * Math.Max(0, count - 1), numeric.Min, numeric.Max);
    }

    private static FrequentItems MasksOf(SampledColumn values)
    {
        var masks = new Dictionary<string, long>(StringComparer.Ordinal);
        var lookup = masks.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[512];
        for (var i = 0; i < values.Values.Length; i++)
        {
            var mask = Mask.Write(values.Values[i], buffer, loose: true);
            lookup.TryGetValue(mask, out var count);
            lookup[mask] = count + values.Counts[i];
        }

        return FrequentItems.Of(masks, ColumnBaseline.MostMasks);
    }

    private static IEnumerable<KeyValuePair<string, long>> Counts(SampledColumn values) =>
        values.Values.Select((value, i) => KeyValuePair.Create(value, (long)values.Counts[i]));
}
