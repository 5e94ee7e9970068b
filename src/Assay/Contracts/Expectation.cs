using System.Globalization;

namespace Assays.Contracts;

/// <summary>What a figure must be.</summary>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">With what; the lower bound of a range.</param>
/// <param name="High">The upper bound of a range; else the same as <paramref name="Value"/>.</param>
public sealed record Expectation(Operator Operator, double Value, double High)
{
    public Expectation(Operator @operator, double value) : this(@operator, value, value) { }

    public static Expectation None { get; } = new(Operator.MustBe, 0);

    /// <summary>Ranges include their bounds.</summary>
    public bool Holds(double figure) => Operator switch
    {
        Operator.MustBe => figure == Value,
        Operator.MustNotBe => figure != Value,
        Operator.MustBeGreaterThan => figure > Value,
        Operator.MustBeGreaterOrEqualTo => figure >= Value,
        Operator.MustBeLessThan => figure < Value,
        Operator.MustBeLessOrEqualTo => figure <= Value,
        Operator.MustBeBetween => figure >= Value && figure <= High,
        Operator.MustNotBeBetween => figure < Value || figure > High,
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    /// <summary>Whether every figure that holds here holds there too.</summary>
    public bool IsWithin(Expectation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Operator is Operator.MustNotBe or Operator.MustNotBeBetween || other.Operator is Operator.MustNotBe or Operator.MustNotBeBetween) return this == other;
        var ((low, lowIsOpen), (high, highIsOpen)) = (Least, Greatest);
        var ((otherLow, otherLowIsOpen), (otherHigh, otherHighIsOpen)) = (other.Least, other.Greatest);
        return (low > otherLow || low == otherLow && (lowIsOpen || !otherLowIsOpen)) && (high < otherHigh || high == otherHigh && (highIsOpen || !otherHighIsOpen));
    }

    private (double Value, bool IsOpen) Least =>
        Operator is Operator.MustBeLessThan or Operator.MustBeLessOrEqualTo ? (double.NegativeInfinity, false) : (Value, Operator == Operator.MustBeGreaterThan);

    private (double Value, bool IsOpen) Greatest =>
        Operator is Operator.MustBeGreaterThan or Operator.MustBeGreaterOrEqualTo ? (double.PositiveInfinity, false) : (High, Operator == Operator.MustBeLessThan);

    public override string ToString() => Operator switch
    {
        Operator.MustBe => $"exactly {Text(Value)}",
        Operator.MustNotBe => $"not {Text(Value)}",
        Operator.MustBeGreaterThan => $"more than {Text(Value)}",
        Operator.MustBeGreaterOrEqualTo => $"at least {Text(Value)}",
        Operator.MustBeLessThan => $"less than {Text(Value)}",
        Operator.MustBeLessOrEqualTo => $"at most {Text(Value)}",
        Operator.MustBeBetween => $"from {Text(Value)} to {Text(High)}",
        _ => $"outside of {Text(Value)} to {Text(High)}",
    };

    private static string Text(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);
}

/// <summary>The standard's comparisons.</summary>
public enum Operator { MustBe, MustNotBe, MustBeGreaterThan, MustBeGreaterOrEqualTo, MustBeLessThan, MustBeLessOrEqualTo, MustBeBetween, MustNotBeBetween }
