using System.Globalization;
using Assays.Data;

namespace Assays.Detectors.Consistency;

/// <summary>
/// What the rows around say of a value, as a column of its own: in a table that was written block by block, or in a fixed rhythm
/// (the years of each region in turn), it determines the value as well as another column could.
/// </summary>
internal static class RowContext
{
    /// <summary>Neighbours on each side that vote, one lag apart from each other.</summary>
    private const int Reach = 4;

    /// <summary>Votes by which the usual value must lead; at the border of two blocks none does.</summary>
    private const int LeastLead = 2;

    /// <summary>Agreement above chance, 0 to 1, of rows one lag apart that is worth a closer look; a third of wrong cells leaves as much.</summary>
    private const double LeastAgreement = 0.3;

    /// <summary>Rows that a value has on average; numbers that merely rise have fewer.</summary>
    private const int LeastRepeats = 6;

    private const int MaxLag = 400;
    private const long Budget = 4_000_000;

    /// <summary>A column for each rhythm of each column of the table.</summary>
    public static IEnumerable<(SampledColumn Around, SampledColumn Column)> Of(Sample sample)
    {
        // Neighbours in a random sample were none in the table.
        if (!sample.IsComplete || sample.Rows < 3 * Reach) yield break;
        var ordinal = sample.Columns.Length;
        foreach (var column in sample.Columns)
        {
            if (column.Values.Length < 2 || column.Values.Length > column.Present / LeastRepeats) continue;
            foreach (var lag in Lags(column)) yield return (Around(column, lag, ordinal++), column);
        }
    }

    /// <summary>One, and the lag at which rows agree most, where they do.</summary>
    private static IEnumerable<int> Lags(SampledColumn column)
    {
        var rows = column.Codes.Length;
        var chance = 0.0;
        foreach (var count in column.Counts) chance += (double)count / column.Present * count / column.Present;
        var (best, most) = (0, 0.0);
        for (var lag = 1; lag <= Math.Min(Math.Min(rows / Reach, MaxLag), Budget / rows); lag++)
        {
            var (agreeing, compared) = (0, 0);
            for (var row = lag; row < rows; row++)
            {
                if (column.Codes[row] < 0 || column.Codes[row - lag] < 0) continue;
                compared++;
                if (column.Codes[row] == column.Codes[row - lag]) agreeing++;
            }

            var agreement = compared == 0 ? 0 : (((double)agreeing / compared) - chance) / (1 - chance);
            if (lag == 1 && agreement >= LeastAgreement) yield return 1;
            if (lag > 1 && agreement > most) (best, most) = (lag, agreement);
        }

        if (most >= LeastAgreement) yield return best;
    }

    private static SampledColumn Around(SampledColumn column, int lag, int ordinal)
    {
        var codes = new int[column.Codes.Length];
        var votes = new int[column.Values.Length];
        Span<int> voters = stackalloc int[2 * Reach];
        for (var row = 0; row < codes.Length; row++)
        {
            var count = 0;
            for (var step = -Reach; step <= Reach; step++)
            {
                var at = row + (step * lag);
                if (step == 0 || at < 0 || at >= codes.Length || column.Codes[at] < 0) continue;
                voters[count++] = column.Codes[at];
                votes[column.Codes[at]]++;
            }

            var (usual, most, next) = (SampledColumn.Missing, 0, 0);
            foreach (var voter in voters[..count])
            {
                if (voter == usual) continue;
                if (votes[voter] > most) (usual, most, next) = (voter, votes[voter], most);
                else if (votes[voter] > next) next = votes[voter];
            }

            foreach (var voter in voters[..count]) votes[voter] = 0;
            codes[row] = most - next >= LeastLead ? usual : SampledColumn.Missing;
        }

        var where = lag == 1 ? "around" : string.Create(CultureInfo.InvariantCulture, $"{lag} apart");
        return new(new Column(ordinal, $"{column.Column.Label} of the rows {where}"), column.Values, codes);
    }
}
