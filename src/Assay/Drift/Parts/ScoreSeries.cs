using System.Collections.Immutable;
using Assays.Data;
using Assays.Statistics;

namespace Assays.Drift.Parts;

/// <summary>The course of a <see cref="Score"/> over the parts that have rows for it, its rhythm taken out.</summary>
/// <param name="Places">The places of the parts among all, ascending.</param>
/// <param name="Means">The mean score of each.</param>
/// <param name="Weights">How much each tells: one by the variance that its rows and the unrest between parts make.</param>
/// <param name="Noise">The variance, of a part of weight 1, that its rows alone make.</param>
/// <param name="IsPure">Whether every row of a part has the same score, where parts have several rows.</param>
/// <param name="HasRhythm">Whether days of the week, hours of the day or months of the year differ; then their differences are taken out.</param>
internal sealed record ScoreSeries(int[] Places, double[] Means, double[] Weights, double Noise, bool IsPure, bool HasRhythm)
{
    /// <summary>A rhythm is believed when chance makes one so clear in one series of a thousand.</summary>
    private const double RhythmLevel = 0.001;

    public static ScoreSeries Of(Score score, Partition partition, SampledColumn? old, SampledColumn now)
    {
        var sums = partition.Parts.Select(part => Sum(score, part, old, now)).ToArray();
        int[] places = [.. Enumerable.Range(0, sums.Length).Where(i => sums[i].Rows > 0)];
        double[] means = [.. places.Select(i => sums[i].Mean)];
        double[] rows = [.. places.Select(i => (double)sums[i].Rows)];
        var within = places.Sum(i => sums[i].Squares) / Math.Max(1, rows.Sum() - places.Length);
        int[] phases = [.. places.Select(i => partition.Parts[i].Phase)];
        var round = partition.Period?.Round() ?? 1;
        var rhythm = round == 1 ? null : Rhythm.Find(means, phases, round) is { PValue: <= RhythmLevel } found ? found : null;
        if (rhythm is not null) means = [.. means.Select((mean, i) => mean - rhythm.Offsets[phases[i]])];
        var weights = WeightsOf(means, rows, within);
        var noise = weights.Select((weight, i) => weight * within / rows[i]).Average();
        return new(places, means, weights, noise, within < 1e-9 && rows.Sum() > 2 * places.Length, rhythm is not null);
    }

    // The variance between parts by the method of moments (DerSimonian and Laird 1986); then each part has the variance 1 / weight.
    private static double[] WeightsOf(double[] means, double[] rows, double within)
    {
        if (within < 1e-12) return [.. rows.Select(static _ => 1.0)];
        double[] certain = [.. rows.Select(n => n / within)];
        var sum = certain.Sum();
        var middle = means.Select((mean, i) => mean * certain[i]).Sum() / sum;
        var unrest = means.Select((mean, i) => certain[i] * (mean - middle) * (mean - middle)).Sum() - (means.Length - 1);
        var between = Math.Max(0, unrest / (sum - certain.Sum(static w => w * w) / sum));
        return [.. rows.Select(n => 1 / (double.IsFinite(between) ? between + within / n : within / n))];
    }

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
