using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Measures;

/// <summary>A table's schema and the states of the measures that were taken of it.</summary>
public sealed class Survey
{
    private readonly ImmutableDictionary<Measure, object> _states;

    private Survey(Schema schema, ImmutableDictionary<Measure, object> states) => (Schema, _states) = (schema, states);

    public Schema Schema { get; }

    public static Survey Empty(Schema schema) => new(schema, ImmutableDictionary<Measure, object>.Empty);

    /// <summary>This survey and one more state; tests build theirs so.</summary>
    public Survey With<TState>(Measure<TState> measure, TState state) where TState : struct, IState<TState> =>
        new(Schema, _states.SetItem(measure, state));

    /// <summary>The state of a measure that was taken.</summary>
    public TState Of<TState>(Measure<TState> measure) where TState : struct, IState<TState> => (TState)_states[measure];

    /// <summary>The state of a measure, or the state of no rows where it was not taken.</summary>
    public TState OrNone<TState>(Measure<TState> measure) where TState : struct, IState<TState> =>
        _states.TryGetValue(measure, out var state) ? (TState)state : TState.AdditiveIdentity;

    internal Survey With(Measure measure, object state) => new(Schema, _states.SetItem(measure, state));
}
