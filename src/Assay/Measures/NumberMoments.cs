using System.Collections.Immutable;
using Assays.Data;
using Assays.Sql;

namespace Assays.Measures;

/// <summary>
/// The <see cref="Moments"/> of the values that the engine can read as finite numbers. Sums are taken of distances from a pivot near the mean
/// and compensated, so that the order in which threads add them shows in no digit that is reported.
/// </summary>
/// <param name="Column">The column.</param>
/// <param name="Pivot">A number near the mean, such as the sample's.</param>
public sealed record NumberMoments(Column Column, double Pivot) : Measure<Moments>
{
    public override ImmutableArray<SqlText> Aggregates
    {
        get
        {
            var number = SqlText.Call(SqlFunction.Number, SqlText.Of($"{Column}"));
            var distance = SqlText.Of($"({number} - {Pivot})");
            return
            [
                SqlText.Of($"count({number})"),
                SqlText.Call(SqlFunction.ExactSum, distance),
                SqlText.Call(SqlFunction.ExactSum, SqlText.Of($"({distance} * {distance})")),
                SqlText.Of($"min({number})"),
                SqlText.Of($"max({number})"),
            ];
        }
    }

    public override Moments Read(Answer answer)
    {
        var count = answer.Count(0);
        if (count == 0) return Moments.AdditiveIdentity;
        var (sum, squares) = (answer.Number(1), answer.Number(2));
        return new(count, Pivot + sum / count, Math.Max(0, squares - sum * sum / count), answer.Number(3), answer.Number(4));
    }
}
