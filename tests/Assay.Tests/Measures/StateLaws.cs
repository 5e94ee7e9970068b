using Assays.Measures;
using CsCheck;

namespace Assays.Tests.Measures;

/// <summary>What every state must satisfy to be kept, merged and compared over time. Derive once for each state; the facts are inherited.</summary>
public abstract class StateLaws<TState> where TState : struct, IState<TState>
{
    protected abstract Gen<TState> States { get; }

    /// <summary>Whether two states tell the same; sums of doubles may differ in their last digits.</summary>
    protected virtual bool Same(TState left, TState right) => left.Equals(right);

    [Fact]
    public void Addition_DoesNotDependOnOrder() =>
        Gen.Select(States, States).Sample((a, b) => Same(a + b, b + a));

    [Fact]
    public void Addition_DoesNotDependOnGrouping() =>
        Gen.Select(States, States, States).Sample((a, b, c) => Same(a + b + c, a + (b + c)));

    [Fact]
    public void Addition_OfNothingChangesNothing() =>
        States.Sample(a => Same(a + TState.AdditiveIdentity, a) && Same(TState.AdditiveIdentity + a, a));
}
