namespace Assays.Labels.Audit;

/// <summary>Divides rows for an audit into strata, and draws from each; what is drawn too often is weighed less in <see cref="StratifiedEstimate"/>.</summary>
public static class AuditStrata
{
    /// <summary>Rows that are drawn from every stratum at least, while the draws last.</summary>
    internal const int LeastDraws = 4;

    /// <summary>A model may be surer than it should: no row's label is taken to be surer than this.</summary>
    private const double Doubt = 0.01;

    /// <summary>
    /// Strata by how suspicious rows are, cut where the sum of the labels' standard deviations is divided evenly (Dalenius and Hodges 1959), so
    /// that checking goes where something can be learnt.
    /// </summary>
    /// <param name="wrong">For each row the probability that its label is wrong.</param>
    /// <param name="strata">The number of strata at most.</param>
    /// <returns>For each row its stratum; 0 is the least suspicious.</returns>
    public static int[] BySuspicion(double[] wrong, int strata = 4)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        var order = Enumerable.Range(0, wrong.Length).OrderBy(row => wrong[row]).ToArray();
        var all = wrong.Sum(Deviation);
        var (stratum, sum) = (new int[wrong.Length], 0.0);
        foreach (var row in order)
        {
            stratum[row] = Math.Min(strata - 1, (int)(sum / all * strata));
            sum += Deviation(wrong[row]);
        }

        return stratum;
    }

    /// <summary>How many rows to draw from each stratum, by its rows times its labels' standard deviation (Neyman 1934).</summary>
    public static int[] Allocate(int[] stratum, double[] wrong, int draws)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        ArgumentNullException.ThrowIfNull(wrong);
        var count = stratum.Length == 0 ? 0 : stratum.Max() + 1;
        var (rows, sums) = (new int[count], new double[count]);
        for (var row = 0; row < stratum.Length; row++)
        {
            rows[stratum[row]]++;
            sums[stratum[row]] += Math.Max(Doubt, wrong[row]);
        }

        return Spread(rows, [.. rows.Select((n, h) => n == 0 ? 0 : n * Math.Sqrt(Math.Max(0, sums[h] / n * (1 - sums[h] / n))))], draws);
    }

    /// <summary>The share of right labels, 0 to 1, that is expected in each stratum.</summary>
    public static double[] Expected(int[] stratum, double[] wrong)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        ArgumentNullException.ThrowIfNull(wrong);
        var (rows, right) = (new int[stratum.Length == 0 ? 0 : stratum.Max() + 1], new double[stratum.Length == 0 ? 0 : stratum.Max() + 1]);
        for (var row = 0; row < stratum.Length; row++)
        {
            rows[stratum[row]]++;
            right[stratum[row]] += 1 - wrong[row];
        }

        return [.. right.Zip(rows, static (sum, n) => n == 0 ? 1 : sum / n)];
    }

    /// <summary>How many rows to draw from each class: as many as its share of the rows says, but some of each.</summary>
    public static int[] AllocateEvenly(int[] stratum, int draws)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        var rows = new int[stratum.Length == 0 ? 0 : stratum.Max() + 1];
        foreach (var h in stratum)
        {
            rows[h]++;
        }

        return Spread(rows, Array.ConvertAll(rows, static n => (double)n), draws);
    }

    /// <summary>Draws the rows, in an order in which any beginning is a fair draw too.</summary>
    public static int[] Draw(int[] stratum, int[] draws, Random random)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        ArgumentNullException.ThrowIfNull(draws);
        ArgumentNullException.ThrowIfNull(random);
        var order = Enumerable.Range(0, stratum.Length).ToArray();
        random.Shuffle(order);
        var taken = new int[draws.Length];
        return [.. order.Where(row => taken[stratum[row]]++ < draws[stratum[row]])];
    }

    private static double Deviation(double p)
    {
        var doubted = Math.Clamp(p, Doubt, 1 - Doubt);
        return Math.Sqrt(doubted * (1 - doubted));
    }

    private static int[] Spread(int[] rows, double[] weights, int draws)
    {
        var all = weights.Sum();
        var result = rows.Select((n, h) => Math.Min(n, Math.Max(LeastDraws, (int)(draws * weights[h] / all)))).ToArray();

        // What rounding and small strata left over, or took too much, is settled where it matters most or least.
        while (result.Sum() < Math.Min(draws, rows.Sum()))
        {
            result[Enumerable.Range(0, rows.Length).Where(h => result[h] < rows[h]).MaxBy(h => weights[h] / (result[h] + 1))]++;
        }

        while (result.Sum() > draws && result.Any(static r => r > 1))
        {
            result[Enumerable.Range(0, rows.Length).Where(h => result[h] > 1).MinBy(h => weights[h] / result[h])]--;
        }

        return result;
    }
}
