using System.Collections.Immutable;

namespace Assays.Labels.Agreement;

/// <summary>What several annotators said about items; not every annotator has to have seen every item.</summary>
public sealed class Answers
{
    private readonly Answer[] _all;
    private readonly int[] _starts;

    /// <param name="items">The items' names.</param>
    /// <param name="annotators">The annotators' names.</param>
    /// <param name="classes">The answers that were given, sorted.</param>
    /// <param name="all">Every answer; several of one annotator about one item are all kept.</param>
    public Answers(ImmutableArray<string> items, ImmutableArray<string> annotators, ImmutableArray<string> classes, IEnumerable<Answer> all)
    {
        (Items, Annotators, Classes) = (items, annotators, classes);
        _all = [.. all.OrderBy(static a => a.Item).ThenBy(static a => a.Annotator)];
        _starts = new int[items.Length + 1];
        foreach (var answer in _all)
        {
            _starts[answer.Item + 1]++;
        }

        for (var i = 0; i < items.Length; i++)
        {
            _starts[i + 1] += _starts[i];
        }
    }

    public ImmutableArray<string> Items { get; }
    public ImmutableArray<string> Annotators { get; }
    public ImmutableArray<string> Classes { get; }

    /// <summary>Every answer, by item.</summary>
    public ReadOnlySpan<Answer> All => _all;

    /// <summary>The answers about one item.</summary>
    public ReadOnlySpan<Answer> Of(int item) => _all.AsSpan(_starts[item], _starts[item + 1] - _starts[item]);

    /// <summary>Answers given as texts; items and annotators in order of first appearance, classes by number or else by text.</summary>
    public static Answers Of(IEnumerable<(string Item, string Annotator, string Class)> answers)
    {
        var texts = answers.ToArray();
        var classes = ClassNames.Sort(texts.Select(static t => t.Class));
        var (items, annotators) = (Names(texts.Select(static t => t.Item)), Names(texts.Select(static t => t.Annotator)));
        var code = Index(classes);
        var (itemCode, annotatorCode) = (Index(items), Index(annotators));
        return new(items, annotators, classes, texts.Select(t => new Answer(itemCode[t.Item], annotatorCode[t.Annotator], code[t.Class])));

        static ImmutableArray<string> Names(IEnumerable<string> texts) => [.. texts.Distinct(StringComparer.Ordinal)];
        static Dictionary<string, int> Index(ImmutableArray<string> names) =>
            names.Select(static (name, i) => (name, i)).ToDictionary(static p => p.name, static p => p.i, StringComparer.Ordinal);
    }
}

/// <summary>One answer, as indices.</summary>
public readonly record struct Answer(int Item, int Annotator, int Class);
