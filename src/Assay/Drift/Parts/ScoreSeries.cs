using System.Collections.Immutable;
using Assays.Data;
using Assays.Statistics;

namespace Assays.Drift.Parts;

/// <summary>The course of a <see cref="Score"/> over the parts that have rows for it, its rhythm taken out.</summary>
/// <param name="Places">The places of the parts among all, ascending.</param>
/// <param name="Means">The mean score of each.</param>
/// <param name="Weights">How much each tells: near its rows by the usual rows, but no part counts more than twice.</param>
/// <param name="Noise">The variance that the usual part has of its rows alone.</param>
/// <param name="HasRhythm">Whether days of the week, hours of the day or months of the year differ; then their differences are taken out.</param>
internal sealed record ScoreSeries(int[] Places, double[] Means, double[] Weights, double Noise, bool HasRhythm)
{
    /// <summary>A rhythm is believed when chance makes one so clear in one series of a thousand.</summary>
    private const double RhythmLevel = 0.001;

    public static ScoreSeries Of(Score score, Partition partition, SampledColumn? old, SampledColumn now)
    {
        var sums = partition.Parts.Select(part => Sum(score, part, old, now)).ToArray();
        int[] places = [.. Enumerable.Range(0, sums.Length).Where(i => sums[i].Rows > 0)];
        if (places.Length == 0) return new([], [], [], 0, false);
        double[] means = [.. places.Select(i => sums[i].Mean)];
        var usual = Rhythm.Median([.. places.Select(i => (double)sums[i].Rows)]);
        double[] weights = [.. places.Select(i => 2.0 * sums[i].Rows / (sums[i].Rows + usual))];
        var within = places.Sum(i => sums[i].Squares) / Math.Max(1, places.Sum(i => sums[i].Rows) - places.Length);
        int[] phases = [.. places.Select(i => partition.Parts[i].Phase)];
        var round = partition.Period?.Round() ?? 1;
        if (round == 1 || Rhythm.Find(means, phases, round) is not { PValue: <= RhythmLevel } rhythm) return new(places, means, weights, within / usual, false);
        return new(places, [.. means.Select((mean, i) => mean - rhythm.Offsets[phases[i]])], weights, within / usual, true);
    }

    /// <summary>Whether every row of a part has the same score, where parts have several rows.</summary>
    public bool IsPure => Noise < 1e-9 && Places.Length > 0;

    /// <summary>How often one part's mean is not the one before.</summary>
    public int Switches => Means.Zip(Means.Skip(1)).Count(static pair => Math.Abs(pair.Second - pair.First) > 1e-9);

    /// <summary>The stretch between two parts that differs most from the rest between them; its places are those of parts.</summary>
    public LevelShift? Find(int from, int to)
    {
        var (start, end) = (FirstAt(from), FirstAt(to));
        if (LevelShift.Find(Means.AsSpan(start, end - start), Weights.AsSpan(start, end - start), Noise) is not { } shift) return null;
        return shift with { From = Places[start + shift.From], To = start + shift.To == end ? to : Places[start + shift.To] };
    }

    private int FirstAt(int part)
    {
        var found = Array.BinarySearch(Places, part);
        return found < 0 ? ~found : found;
    }

    // Mean and squares in one pass (Welford 1962).
    private static (int Rows, double Mean, double Squares) Sum(Score score, Part part, SampledColumn? old, SampledColumn now)
    {
        var (rows, mean, squares) = (0, 0.0, 0.0);
        Add(part.ReferenceRows, old, score.Reference);
        Add(part.CurrentRows, now, score.Current);
        return (rows, mean, squares);

        void Add(ImmutableArray<int> places, SampledColumn? column, double[] scores)
        {
            foreach (var row in places)
            {
                var number = column!.Codes[row] is >= 0 and var code ? scores[code] : score.Missing;
                if (double.IsNaN(number)) continue;
                var distance = number - mean;
                mean += distance / ++rows;
                squares += distance * (number - mean);
            }
        }
    }
}
