using System.Collections.Immutable;

namespace Assays.Labels.Agreement;

/// <summary>
/// How often each class was given to each item. Items answered alike are counted together, so that a coefficient, and each of the thousand
/// of a bootstrap, looks at every pattern once.
/// </summary>
public sealed class AnswerCounts
{
    private readonly int[] _patternOfItem;

    private AnswerCounts(ImmutableArray<double> values, ImmutableArray<ClassCount[]> patterns, int[] patternOfItem) =>
        (Values, Patterns, _patternOfItem) = (values, patterns, patternOfItem);

    /// <summary>The number that each class spells, or NaN; what interval and ratio distances use.</summary>
    public ImmutableArray<double> Values { get; }

    public int Classes => Values.Length;
    public int Items => _patternOfItem.Length;

    /// <summary>The different ways in which items were answered: classes given, with how often.</summary>
    public ImmutableArray<ClassCount[]> Patterns { get; }

    public static AnswerCounts Of(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var patterns = ImmutableArray.CreateBuilder<ClassCount[]>();
        var patternOfItem = new int[answers.Items.Length];
        var counts = new int[answers.Classes.Length];
        for (var item = 0; item < patternOfItem.Length; item++)
        {
            Array.Clear(counts);
            foreach (var answer in answers.Of(item))
            {
                counts[answer.Class]++;
            }

            var pattern = counts.Select(static (count, k) => new ClassCount(k, count)).Where(static c => c.Count > 0).ToArray();
            var key = string.Join(' ', pattern);
            if (!index.TryGetValue(key, out var at))
            {
                index[key] = at = patterns.Count;
                patterns.Add(pattern);
            }

            patternOfItem[item] = at;
        }

        return new([.. answers.Classes.Select(ClassNames.Number)], patterns.ToImmutable(), patternOfItem);
    }

    /// <summary>Items of each pattern.</summary>
    public long[] Weights()
    {
        var weights = new long[Patterns.Length];
        foreach (var pattern in _patternOfItem)
        {
            weights[pattern]++;
        }

        return weights;
    }

    /// <summary>Items of each pattern, when as many items are drawn with replacement.</summary>
    public long[] Redraw(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var weights = new long[Patterns.Length];
        for (var i = 0; i < _patternOfItem.Length; i++)
        {
            weights[_patternOfItem[random.Next(_patternOfItem.Length)]]++;
        }

        return weights;
    }
}

/// <summary>A class and how many annotators gave it to an item.</summary>
public readonly record struct ClassCount(int Class, int Count);
