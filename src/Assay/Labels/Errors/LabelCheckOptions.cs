namespace Assays.Labels.Errors;

/// <summary>What a caller may choose about a check of labels.</summary>
/// <param name="Label">The column that holds the labels.</param>
public sealed record LabelCheckOptions(string Label)
{
    /// <summary>Rows of one value of this column are never on both sides of a fold: patients, sessions, pages of one site.</summary>
    public string? Group { get; init; }

    /// <summary>Rows near each other in this column are never on both sides of a fold.</summary>
    public string? Time { get; init; }

    /// <summary>What stands between the classes of a label that is a set: <c>;</c>.</summary>
    public string? Separator { get; init; }

    /// <summary>Chooses the folds and the models; the same seed gives the same report.</summary>
    public int Seed { get; init; }

    public int Threads { get; init; } = 1;

    /// <summary>A classifier in ONNX whose probabilities are taken instead of those of models trained here.</summary>
    public string? Model { get; init; }

    /// <summary>Rows that models learn from at most; beyond, a seeded sample is judged. Given probabilities are judged whole.</summary>
    public int MostRows { get; init; } = 200_000;
}
