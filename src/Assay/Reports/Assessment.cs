using System.Collections.Immutable;
using Assays.Data;
using Assays.Explaining;
using Assays.Findings;
using Assays.Grading;
using Assays.History;
using Assays.Profiling;

namespace Assays.Reports;

/// <summary>All that an assessment found out, as plain data. Every report is a function of this and nothing else.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Structure">How its bytes were read.</param>
/// <param name="Schema">Its columns.</param>
/// <param name="Profile">Its statistics.</param>
/// <param name="Outcomes">How each check ended.</param>
/// <param name="Findings">All findings, the most harmful first.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Explanation">What a person would say after an hour with the data: paragraphs of plain words.</param>
/// <param name="Excerpt">Rows in context of the findings' cells, and the first rows.</param>
/// <param name="Timings">How long each stage took.</param>
public sealed record Assessment(
    string Source,
    Structure Structure,
    Schema Schema,
    Profile Profile,
    ImmutableArray<Outcome> Outcomes,
    ImmutableArray<Finding> Findings,
    Grade Grade,
    ImmutableArray<ExplanationSection> Explanation,
    Excerpt Excerpt,
    ImmutableArray<Timing> Timings)
{
    public string Effort { get; init; } = "normal";
    public Column? Target { get; init; }

    /// <summary>What the comparison with a reference came to; none when there was no reference.</summary>
    public ReferenceVerdict? Reference { get; init; }

    /// <summary>How the table's figures went over earlier runs; none when no history is kept.</summary>
    public RunHistory? History { get; init; }

    /// <summary>Whether reports may show the values of columns that are about persons. See <see cref="Discretion"/>.</summary>
    public bool ShowsPersonalValues { get; init; }
}

/// <summary>How long a stage took.</summary>
public readonly record struct Timing(string Stage, TimeSpan Elapsed);

/// <summary>Whole rows to show cells in their context, by record number; texts by column, null where missing.</summary>
public sealed record Excerpt(ImmutableSortedDictionary<long, ImmutableArray<string?>> Rows)
{
    public static Excerpt None { get; } = new(ImmutableSortedDictionary<long, ImmutableArray<string?>>.Empty);
}
