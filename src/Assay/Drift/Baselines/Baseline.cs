using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Drift.Baselines;

/// <summary>
/// What a table was like, in little: enough to judge later data by, and no row of it. Baselines add up: that of two parts is the sum of the
/// parts' within the bounds that each sketch states.
/// </summary>
/// <param name="Rows">Rows of the table; exact.</param>
/// <param name="Weighed">The rows that counts inside the columns add up to: the sample's, or all after two were added.</param>
/// <param name="Seen">How many rows drawn at random tell as much as the columns do; what tests may count on.</param>
/// <param name="Columns">One for each column, in their order.</param>
public sealed record Baseline(long Rows, long Weighed, double Seen, ImmutableArray<ColumnBaseline> Columns)
{
    /// <summary>What the baseline was made of, for people.</summary>
    public string Source { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset Made { get; init; }

    /// <summary>The files that it was made of; none when it was not made of files, or of those of several sources.</summary>
    public ImmutableArray<FileMark> Files { get; init; } = [];

    /// <summary>A column by its name.</summary>
    public ColumnBaseline? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);

    /// <summary>The baseline of all rows of both. A column that only one has is missing in the rows of the other.</summary>
    public static Baseline operator +(Baseline left, Baseline right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Rows == 0) return right;
        if (right.Rows == 0) return left;
        var (one, other) = (left.Whole(), right.Whole());
        var names = one.Columns.Concat(other.Columns).Select(static c => c.Name).Distinct(StringComparer.Ordinal);
        var columns = names.Select(name => (one.Find(name) ?? ColumnBaseline.Absent(name, one.Rows)) + (other.Find(name) ?? ColumnBaseline.Absent(name, other.Rows)));
        var rows = left.Rows + right.Rows;

        // Parts of known size, each estimated from its own rows: their variances add up by the squares of the sizes.
        var seen = (double)rows * rows / ((double)left.Rows * left.Rows / left.Seen + (double)right.Rows * right.Rows / right.Seen);
        return new(rows, rows, seen, [.. columns.Select(static (c, i) => c with { Ordinal = i })])
        {
            Source = left.Source == right.Source ? left.Source : $"{left.Source} + {right.Source}", Made = left.Made > right.Made ? left.Made : right.Made,
            Files = left.Source == right.Source ? [.. left.Files.Union(right.Files)] : [],
        };
    }

    /// <summary>Small enough to be kept as a file.</summary>
    public Baseline Compact() => this with { Columns = [.. Columns.Select(static c => c.Compact())] };

    private Baseline Whole() => Weighed == Rows || Weighed == 0 ? this : this with
    {
        Weighed = Rows, Columns = [.. Columns.Select(c => c.Scale((double)Rows / Weighed))],
    };
}
