namespace Assays.Learning.Labels;

/// <summary>Which fold predicts a row: the fold's model never saw the row, its group, or its neighbours in time.</summary>
/// <param name="OfRow">For each row its fold.</param>
/// <param name="Count">The number of folds.</param>
public sealed record Folds(int[] OfRow, int Count)
{
    /// <summary>Rows near a fold's border that are not learnt from, when rows are ordered by time.</summary>
    private bool[]?[] Barred { get; init; } = [];

    /// <summary>Each class spread evenly over the folds, at random.</summary>
    public static Folds Stratified(int[] classes, int count, Random random)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(random);
        var order = Enumerable.Range(0, classes.Length).ToArray();
        random.Shuffle(order);
        var folds = new int[classes.Length];
        var next = 0;
        foreach (var row in order.OrderBy(row => classes[row]))
        {
            folds[row] = next++ % count;
        }

        return new(folds, count);
    }

    /// <summary>Whole groups, the largest first into the fold that has the fewest rows.</summary>
    public static Folds Grouped(int[] groups, int count, Random random)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(random);
        var sizes = groups.GroupBy(static g => g).Select(static g => (Group: g.Key, Rows: g.Count())).ToArray();
        random.Shuffle(sizes);
        var filled = new int[count];
        var foldOf = new Dictionary<int, int>();
        foreach (var (group, rows) in sizes.OrderByDescending(static s => s.Rows))
        {
            var fold = Array.IndexOf(filled, filled.Min());
            foldOf[group] = fold;
            filled[fold] += rows;
        }

        return new([.. groups.Select(g => foldOf[g])], count);
    }

    /// <summary>Blocks of time. Rows within a hundredth of the table of a block's border are kept from its model, as neighbours in time are alike.</summary>
    public static Folds Timed(double[] times, int count, Random random)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(random);
        var order = Enumerable.Range(0, times.Length).OrderBy(row => times[row]).ToArray();
        var (rows, gap) = (order.Length, Math.Max(1, order.Length / 100));

        // The blocks begin elsewhere with every seed, so that the models of several seeds differ.
        var shift = random.Next(Math.Max(1, rows / count));
        var folds = new int[rows];
        var barred = Enumerable.Range(0, count).Select(_ => new bool[rows]).ToArray();
        for (var i = 0; i < rows; i++)
        {
            folds[order[i]] = (int)((long)(i + shift) * count / rows) % count;
        }

        for (var i = 1; i < rows; i++)
        {
            var (left, right) = (folds[order[i - 1]], folds[order[i]]);
            if (left == right) continue;
            for (var j = Math.Max(0, i - gap); j < Math.Min(rows, i + gap); j++)
            {
                barred[j < i ? right : left][order[j]] = true;
            }
        }

        return new(folds, count) { Barred = barred };
    }

    /// <summary>The rows that a fold's model learns from and those it predicts, both ascending.</summary>
    public (int[] Learn, int[] Predict) Split(int fold)
    {
        var (learn, predict) = (new List<int>(OfRow.Length), new List<int>());
        for (var row = 0; row < OfRow.Length; row++)
        {
            if (OfRow[row] == fold) predict.Add(row);
            else if (Barred.Length == 0 || !Barred[fold]![row]) learn.Add(row);
        }

        return ([.. learn], [.. predict]);
    }
}
