using System.Collections.Immutable;
using Assays.Data;
using Assays.Drift.Baselines;
using Assays.Statistics;

namespace Assays.Drift.Parts;

/// <summary>How a column went along time: its scores over the periods, and where they come to another level.</summary>
/// <param name="Pair">The column.</param>
/// <param name="Old">Its values in the reference's rows; none when the reference has none.</param>
/// <param name="Now">Its values in the current rows.</param>
/// <param name="Series">The course of each of its scores.</param>
/// <param name="Parts">The periods.</param>
/// <param name="PValue">How likely chance makes the clearest change of level, all scores thought of.</param>
internal sealed record Course(ColumnPair Pair, SampledColumn? Old, SampledColumn Now, ImmutableArray<ScoreSeries> Series, ImmutableArray<Part> Parts, double PValue)
{
    private const int MostChanges = 5;

    /// <summary>Two changes of a value, each seen in two scores.</summary>
    private const int MostSwitches = 4;

    public bool HasRhythm => Series.Any(static series => series.HasRhythm);

    /// <summary>Whether the column only tells the time in other words, as a month's name does: the same in all rows of a period, and soon another.</summary>
    public bool IsClock => Series.Length > 1 && Series.Skip(1).All(static series => series.IsPure) && Series.Skip(1).Sum(static series => series.Switches) > MostSwitches;

    public static Course Of(ColumnPair pair, Comparison comparison, Partition partition)
    {
        var old = partition.HasReference ? comparison.ReferenceSample!.Columns[pair.Reference.Ordinal] : null;
        var now = comparison.Sample[pair.Column];
        ImmutableArray<ScoreSeries> series = [.. Score.Of(pair, old, now).Select(score => ScoreSeries.Of(score, partition, old, now))];
        var course = new Course(pair, old, now, series, partition.Parts, 1);
        return course with { PValue = course.Find(0, partition.Parts.Length)?.PValue ?? 1 };
    }

    /// <summary>The periods with which another level begins, ascending; found one after the other, each between those found before.</summary>
    /// <param name="level">The probability of chance at which a change is believed.</param>
    public ImmutableArray<int> Changes(double level)
    {
        var found = new SortedSet<int>();
        var open = new Queue<(int From, int To)>([(0, Parts.Length)]);
        while (found.Count < MostChanges && open.TryDequeue(out var stretch))
        {
            if (Find(stretch.From, stretch.To) is not { } shift || shift.PValue > level) continue;
            int[] edges = [stretch.From, shift.From, shift.To, stretch.To];
            found.UnionWith(edges[1..3].Where(edge => edge > stretch.From && edge < stretch.To));
            for (var i = 0; i < 3; i++) open.Enqueue((edges[i], edges[i + 1]));
        }

        return [.. found];
    }

    /// <summary>What the column is like in some of the parts.</summary>
    public ColumnBaseline Narrow(IReadOnlyCollection<Part> parts)
    {
        int[] olds = [.. parts.SelectMany(static part => part.ReferenceRows)];
        int[] news = [.. parts.SelectMany(static part => part.CurrentRows)];
        if (olds.Length == 0) return Slice.Of(Pair.Current, Now, news);
        var old = Slice.Of(Pair.Reference, Old!, olds);
        return news.Length == 0 ? old : old + Slice.Of(Pair.Current, Now, news);
    }

    /// <summary>The clearest change of level in any score between two periods; its probability thinks of all scores.</summary>
    private LevelShift? Find(int from, int to)
    {
        LevelShift? clearest = null;
        foreach (var series in Series)
        {
            if (series.Find(from, to) is { } shift && shift.PValue < (clearest?.PValue ?? 1)) clearest = shift;
        }

        if (clearest is not { } best) return null;

        // Means of few rows have heavier tails than Student's: the rows themselves must tell the stretch from the rest too.
        var rows = Slice.PValue(Slice.Pair(Pair, Narrow([.. Parts[from..best.From], .. Parts[best.To..to]]), Narrow(Parts[best.From..best.To])));
        return best with { PValue = Math.Min(1, Math.Max(Series.Length * best.PValue, LevelShift.Stretches(to - from) * rows)) };
    }
}
