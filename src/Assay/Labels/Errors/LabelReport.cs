using System.Collections.Immutable;
using Assays.Statistics;

namespace Assays.Labels.Errors;

/// <summary>What was found out about the labels of a table, as plain data.</summary>
/// <param name="Source">The table's name.</param>
/// <param name="Label">The label's column.</param>
/// <param name="Rows">Rows of the table.</param>
/// <param name="JudgedRows">Rows whose labels were judged: those with a label, of classes with rows enough.</param>
/// <param name="Suspects">Every judged row, the most suspicious first.</param>
public sealed record LabelReport(string Source, string Label, long Rows, int JudgedRows, ImmutableArray<LabelSuspect> Suspects)
{
    /// <summary>Whether the label is a class, a number or a set of classes.</summary>
    public LabelKind Kind { get; init; }

    /// <summary>Whether the model knew enough to judge.</summary>
    public bool IsUseful { get; init; } = true;

    /// <summary>The estimated share, 0 to 1, of right labels; not a number when the model is of no use.</summary>
    public double Accuracy { get; init; }

    /// <summary>Where it lies with 95 % confidence.</summary>
    public Interval AccuracyInterval { get; init; }

    public ImmutableArray<ClassQuality> Classes { get; init; } = [];

    /// <summary>What labels the rows of each class carry; by the true class, then by label.</summary>
    public ImmutableArray<NoiseCell> Noise { get; init; } = [];

    /// <summary>What to know before trusting this.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    public int FlaggedRows => Suspects.Count(static s => s.IsFlagged);
}

/// <summary>What a label may be.</summary>
public enum LabelKind { Classes, Numbers, SetsOfClasses }

/// <summary>What is thought of one row's label.</summary>
/// <param name="Row">The 0-based record number in the source's order.</param>
/// <param name="Given">The label as it is.</param>
/// <param name="Better">The label that fits better; only for flagged rows.</param>
/// <param name="Probability">The probability, 0 to 1, that the label is wrong.</param>
/// <param name="IsFlagged">Whether it is called wrong.</param>
/// <param name="Reason">Why, in a sentence; only for flagged rows.</param>
public sealed record LabelSuspect(long Row, string Given, string? Better, double Probability, bool IsFlagged, string Reason);

/// <summary>The labels of one class.</summary>
/// <param name="Name">The label.</param>
/// <param name="Rows">Rows that carry it.</param>
/// <param name="Flagged">Those called wrong.</param>
/// <param name="Accuracy">The estimated share of them that are right.</param>
public sealed record ClassQuality(string Name, int Rows, int Flagged, double Accuracy);

/// <summary>How often rows of a class carry a label.</summary>
/// <param name="Truth">The class that a row belongs to.</param>
/// <param name="Given">The label that it carries.</param>
/// <param name="Share">The estimated share, 0 to 1, of the class's rows.</param>
/// <param name="Interval">Where that lies with 95 % confidence, if the model holds.</param>
public sealed record NoiseCell(string Truth, string Given, double Share, Interval Interval);
