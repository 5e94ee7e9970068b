using System.Collections.Immutable;
using Assays.Data;
using Assays.Sql;

namespace Assays.Measures;

/// <summary>How many values a column has and lacks. A text without characters is lacking.</summary>
public sealed record Presence(Column Column) : Measure<Tally>
{
    public override ImmutableArray<SqlText> Aggregates => Column.Kind == ColumnKind.Text
        ? [SqlText.Of($"count({Column}) - count(CASE WHEN {Column} = '' THEN 1 END)"), SqlText.Of($"count(*)")]
        : [SqlText.Of($"count({Column})"), SqlText.Of($"count(*)")];

    public override Tally Read(Answer answer) => new(answer.Count(0), answer.Count(1));
}

/// <summary>How many of how many.</summary>
public readonly record struct Tally(long Hits, long Rows) : IState<Tally>
{
    public double Share => Rows == 0 ? 0 : (double)Hits / Rows;

    public static Tally AdditiveIdentity => default;
    public static Tally operator +(Tally left, Tally right) => new(left.Hits + right.Hits, left.Rows + right.Rows);
}
