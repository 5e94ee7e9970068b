using System.Collections.Immutable;
using Assays.Data;
using Assays.Sql;

namespace Assays.Measures;

/// <summary>How many distinct values a column has, by the engine's sketch.</summary>
public sealed record DistinctValues(Column Column) : Measure<DistinctBounds>
{
    public override ImmutableArray<SqlText> Aggregates => [SqlText.Call(SqlFunction.ApproximateDistinct, SqlText.Of($"{Column}"))];

    public override DistinctBounds Read(Answer answer) => new(answer.Count(0), answer.Count(0));
}

/// <summary>
/// Between how many distinct values there are. Of one scan both bounds are its estimate; two parts may share their values or not,
/// so together they have at least as many as the larger and at most both.
/// </summary>
public readonly record struct DistinctBounds(long Least, long Most) : IState<DistinctBounds>
{
    public static DistinctBounds AdditiveIdentity => default;
    public static DistinctBounds operator +(DistinctBounds left, DistinctBounds right) =>
        new(Math.Max(left.Least, right.Least), left.Most + right.Most);
}
