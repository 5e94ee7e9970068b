namespace Assays;

/// <summary>
/// How much surer, or less sure, than they say rules have proved to be where errors were planted in clean tables. The figures are in
/// <c>Calibration.Fitted.cs</c>, which <c>dotnet run --project bench/Assay.Corruption -c Release -- --fit</c> writes.
/// </summary>
public static partial class Calibration
{
    /// <summary>Beyond this a confidence says nothing of how sure a rule is, only that it has no doubt.</summary>
    private const double NoDoubt = 0.99;

    private const double MostSure = 0.999;

    /// <summary>What a rule's confidence is worth.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="confidence">The probability that it gives, 0.5 to 1; below, it is given back as it is.</param>
    /// <returns>The probability, 0.5 to 0.999, that such a cell is wrong.</returns>
    public static double Of(string rule, double confidence) => confidence < 0.5 ? confidence : Shifted(confidence, Shift(rule));

    /// <summary>A probability whose log odds are shifted, never below even odds.</summary>
    public static double Shifted(double confidence, double shift)
    {
        var bounded = Math.Min(confidence, NoDoubt);
        var odds = bounded / (1 - bounded) * Math.Exp(shift);
        return Math.Clamp(odds / (1 + odds), 0.5, MostSure);
    }

    /// <summary>What is added to the log odds of a rule.</summary>
    /// <param name="rule">The rule's name; 0 for a rule that was not measured.</param>
    public static double Shift(string rule) => _shifts.GetValueOrDefault(rule);
}
