namespace Assays.Labels.Errors;

/// <summary>
/// How cautious a model is: the sharpness that makes its out-of-sample probabilities fit right labels, at the least, and how far below that
/// chance takes it. A model that needs less has learnt from wrong labels that no row's label is certain.
/// </summary>
/// <param name="Sharpness">The usual sharpness.</param>
/// <param name="Spread">The spread of its logarithm below.</param>
internal sealed record Caution(double Sharpness, double Spread)
{
    /// <summary>Of a stranger's model: it seldom needs to be flattened to less than two thirds.</summary>
    public static Caution Unknown { get; } = new(1, 0.35);

    /// <summary>Of the cautious models that are trained here.</summary>
    public static Caution Own { get; } = new(1.5, 0.1) { IsKnown = true };

    /// <summary>Whether that is known well enough to look for the sharpness there.</summary>
    public bool IsKnown { get; private init; }
}
