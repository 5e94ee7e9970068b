using System.Collections.Immutable;
using System.Numerics;
using Assays.Sql;

namespace Assays.Measures;

/// <summary>
/// A question about a table that aggregates answer. Measures are values: two equal measures are one question,
/// so a hundred detectors that ask for the same number cost one aggregate in one scan.
/// </summary>
public abstract record Measure
{
    private protected Measure() { }

    /// <summary>The aggregates that answer it, without FROM.</summary>
    public abstract ImmutableArray<SqlText> Aggregates { get; }

    internal abstract object ReadState(Answer answer);
}

/// <summary>A <see cref="Measure"/> and the state its aggregates are read into.</summary>
public abstract record Measure<TState> : Measure where TState : struct, IState<TState>
{
    public abstract TState Read(Answer answer);

    internal sealed override object ReadState(Answer answer) => Read(answer);
}

/// <summary>
/// What a measure knows after reading rows. States of two parts add up to the state of the whole, in any order;
/// that is what lets us keep yesterday's state and scan only today's rows.
/// </summary>
public interface IState<TSelf> : IAdditionOperators<TSelf, TSelf, TSelf>, IAdditiveIdentity<TSelf, TSelf>
    where TSelf : struct, IState<TSelf>;

/// <summary>The numbers that came back for one measure.</summary>
public readonly ref struct Answer(ReadOnlySpan<object?> cells)
{
    private readonly ReadOnlySpan<object?> _cells = cells;

    public long Count(int at) => Convert.ToInt64(_cells[at] ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    public double Number(int at) => _cells[at] is { } cell ? Convert.ToDouble(cell, System.Globalization.CultureInfo.InvariantCulture) : double.NaN;
}
