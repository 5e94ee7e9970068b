namespace Assays.Statistics;

/// <summary>Replaces numbers by their ranks, which errors of any size cannot move far.</summary>
public static class Ranks
{
    /// <summary>The rank of each number, from 1; equal numbers share the middle of their ranks, NaN stays NaN.</summary>
    public static double[] Of(ReadOnlySpan<double> numbers)
    {
        var places = new int[numbers.Length];
        var sorted = new double[numbers.Length];
        var present = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (double.IsNaN(numbers[i])) continue;
            (sorted[present], places[present]) = (numbers[i], i);
            present++;
        }

        Array.Sort(sorted, places, 0, present);
        var ranks = new double[numbers.Length];
        Array.Fill(ranks, double.NaN);
        for (var start = 0; start < present;)
        {
            var end = start + 1;
            while (end < present && sorted[end] == sorted[start])
            {
                end++;
            }

            var rank = (start + end + 1) / 2.0;
            for (var i = start; i < end; i++)
            {
                ranks[places[i]] = rank;
            }

            start = end;
        }

        return ranks;
    }
}
