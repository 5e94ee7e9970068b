using Assays.Data;

namespace Assays.Labels.Review;

/// <summary>Rows that are most like a row, for a person to compare with: Gower's distance (1971) over the columns that vary.</summary>
public sealed class Neighbours
{
    private readonly Sample _sample;
    private readonly (SampledColumn Column, double Spread)[] _columns;

    /// <param name="sample">The rows.</param>
    /// <param name="without">Columns that do not count: the label.</param>
    public Neighbours(Sample sample, params IReadOnlyCollection<Column> without)
    {
        ArgumentNullException.ThrowIfNull(sample);
        _sample = sample;
        _columns = [.. sample.Columns.Where(c => c.Values.Length > 1 && !without.Contains(c.Column)).Select(static c => (c, Spread(c)))];
    }

    /// <summary>The places, in the sample, of the rows nearest to the one at a place; the nearest first.</summary>
    public int[] Of(int place, int count)
    {
        var distances = new double[_sample.Rows];
        foreach (var (column, spread) in _columns)
        {
            var codes = column.Codes;
            var own = column.Number(place);
            for (var row = 0; row < distances.Length; row++)
            {
                if (codes[row] == codes[place]) continue;
                distances[row] += spread > 0 && codes[row] >= 0 && !double.IsNaN(own) ? Math.Min(1, Math.Abs(column.Number(row) - own) / spread) : 1;
            }
        }

        return [.. Enumerable.Range(0, distances.Length).Where(row => row != place).OrderBy(row => double.IsNaN(distances[row]) ? double.MaxValue : distances[row]).Take(count)];
    }

    /// <summary>Between the 5 and the 95 % quantile of a column of numbers; 0 of any other.</summary>
    private static double Spread(SampledColumn column)
    {
        double[] numbers = [.. Enumerable.Range(0, column.Codes.Length).Select(column.Number).Where(static n => !double.IsNaN(n)).Order()];
        return numbers.Length < 0.9 * column.Present || numbers.Length == 0 ? 0 : numbers[numbers.Length * 95 / 100] - numbers[numbers.Length * 5 / 100];
    }
}
