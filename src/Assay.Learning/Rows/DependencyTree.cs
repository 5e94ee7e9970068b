namespace Assays.Learning.Rows;

/// <summary>
/// A model of whole rows: each column depends on one other, and the dependencies are the tree that tells most. (Chow and Liu, Approximating
/// discrete probability distributions with dependence trees, IEEE Transactions on Information Theory 14(3), 1968.)
/// </summary>
internal sealed class DependencyTree
{
    /// <summary>How many rows the column alone counts for beside those of the group.</summary>
    private const double Prior = 5;

    /// <summary>What no row has yet is as likely as this part of a row.</summary>
    private const double Unseen = 0.5;

    private readonly CoarseColumn[] _columns;
    private readonly int[] _parents;
    private readonly int[][] _alone;
    private readonly int[][] _joint;
    private readonly int _rows;

    /// <summary>The columns, each behind the one that it depends on.</summary>
    private readonly int[] _order;

    private DependencyTree(CoarseColumn[] columns, int[] parents, int[][] alone)
    {
        (_columns, _parents, _alone, _rows) = (columns, parents, alone, columns[0].Codes.Length);
        _joint = [.. columns.Select((c, i) => parents[i] < 0 ? [] : Count(columns[parents[i]], c))];
        _order = Ordered(parents);
    }

    /// <summary>The column that a column depends on; -1 where it depends on none.</summary>
    public int Parent(int column) => _parents[column];

    /// <summary>Rows with the same level of the column's parent, and of those the rows with the same level of the column.</summary>
    public (int Alike, int Same) Counts(int column, int row)
    {
        var level = _columns[column].Codes[row];
        if (_parents[column] < 0) return (_rows, _alone[column][level]);
        var parent = _columns[_parents[column]].Codes[row];
        return (_alone[_parents[column]][parent], _joint[column][(parent * _columns[column].Levels) + level]);
    }

    /// <summary>Learns the tree from all pairs of columns.</summary>
    public static DependencyTree Learn(CoarseColumn[] columns, int threads, CancellationToken cancellationToken)
    {
        int[][] alone = [.. columns.Select(static c => Count(c))];
        var information = new double[columns.Length, columns.Length];
        Parallel.For(0, columns.Length, new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellationToken }, i =>
        {
            for (var j = 0; j < i; j++) information[i, j] = information[j, i] = Information(columns[i].Codes.Length, Count(columns[i], columns[j]), alone[i], alone[j]);
        });

        // Prim's algorithm for the tree that tells most; a column that tells nothing of any other stands alone.
        var parents = new int[columns.Length];
        var (best, isIn) = (new double[columns.Length], new bool[columns.Length]);
        Array.Fill(parents, -1);
        for (var step = 0; step < columns.Length; step++)
        {
            var next = -1;
            for (var i = 0; i < columns.Length; i++)
            {
                if (!isIn[i] && (next < 0 || best[i] > best[next])) next = i;
            }

            isIn[next] = true;
            for (var i = 0; i < columns.Length; i++)
            {
                if (!isIn[i] && information[next, i] > best[i]) (best[i], parents[i]) = (information[next, i], next);
            }
        }

        return new(columns, parents, alone);
    }

    /// <summary>How surprising a column's level is beside its parent's, in nats; for a row of the table, the row itself does not count.</summary>
    public double Surprise(int column, int parent, int level, bool isOwnRow)
    {
        var own = isOwnRow ? 1 : 0;
        var alone = (_alone[column][level] - own + Unseen) / (_rows - own + (Unseen * _columns[column].Levels));
        if (_parents[column] < 0) return -Math.Log(alone);
        var (same, alike) = (_joint[column][(parent * _columns[column].Levels) + level] - own, _alone[_parents[column]][parent] - own);
        return -Math.Log((same + (Prior * alone)) / (alike + Prior));
    }

    /// <summary>The surprise of a row of the table, in nats.</summary>
    public double Surprise(int row) => _order.Sum(i => Surprise(i, row));

    /// <summary>The surprise of one value of a row of the table, in nats.</summary>
    public double Surprise(int column, int row) =>
        Surprise(column, _parents[column] < 0 ? 0 : _columns[_parents[column]].Codes[row], _columns[column].Codes[row], isOwnRow: true);

    /// <summary>The surprise of a row that the model makes itself, in nats.</summary>
    public double Imagine(Random random, int[] levels)
    {
        var sum = 0.0;
        foreach (var i in _order)
        {
            var parent = _parents[i] < 0 ? 0 : levels[_parents[i]];
            levels[i] = Draw(i, parent, random);
            sum += Surprise(i, parent, levels[i], isOwnRow: false);
        }

        return sum;
    }

    private int Draw(int column, int parent, Random random)
    {
        var alike = _parents[column] < 0 ? 0 : _alone[_parents[column]][parent];
        var fromGroup = _parents[column] >= 0 && random.NextDouble() * (alike + Prior) < alike;
        var counts = fromGroup ? _joint[column].AsSpan(parent * _columns[column].Levels, _columns[column].Levels) : _alone[column];
        var at = random.NextInt64(fromGroup ? alike : _rows);
        for (var level = 0; level < counts.Length; level++)
        {
            at -= counts[level];
            if (at < 0) return level;
        }

        return counts.Length - 1;
    }

    /// <summary>The mutual information in nats, less what chance alone gives.</summary>
    private static double Information(double rows, int[] joint, int[] lefts, int[] rights)
    {
        var sum = 0.0;
        for (var i = 0; i < lefts.Length; i++)
        {
            for (var j = 0; j < rights.Length; j++)
            {
                var both = joint[(i * rights.Length) + j];
                if (both > 0) sum += both / rows * Math.Log(both * rows / ((double)lefts[i] * rights[j]));
            }
        }

        return sum - ((lefts.Count(static n => n > 0) - 1.0) * (rights.Count(static n => n > 0) - 1) / (2 * rows));
    }

    private static int[] Count(CoarseColumn column)
    {
        var counts = new int[column.Levels];
        foreach (var level in column.Codes) counts[level]++;
        return counts;
    }

    private static int[] Count(CoarseColumn left, CoarseColumn right)
    {
        var counts = new int[left.Levels * right.Levels];
        for (var row = 0; row < left.Codes.Length; row++) counts[(left.Codes[row] * right.Levels) + right.Codes[row]]++;
        return counts;
    }

    private static int[] Ordered(int[] parents)
    {
        var order = new List<int>();
        var placed = new bool[parents.Length];
        while (order.Count < parents.Length)
        {
            for (var i = 0; i < parents.Length; i++)
            {
                if (placed[i] || (parents[i] >= 0 && !placed[parents[i]])) continue;
                placed[i] = true;
                order.Add(i);
            }
        }

        return [.. order];
    }
}
