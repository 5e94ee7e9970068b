using System.Collections.Immutable;

namespace Assays.Explaining;

/// <summary>
/// Says what a person would after an hour with the table: what a row is, what the columns are there for, what depends on what, what
/// moves with time, what is wrong and what to do first. Every sentence rests on a figure of the profile or on a finding; where there
/// is nothing to say, nothing is said.
/// </summary>
public static class Explainer
{
    /// <summary>Explains a table.</summary>
    /// <returns>Sections in the order of reading, without those that would be empty.</returns>
    public static ImmutableArray<ExplanationSection> Explain(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ExplanationSection[] sections =
        [
            new("What a row is", [.. RowMeaning.Tell(evidence)]),
            new("What the columns are", [.. ColumnRoles.Tell(evidence)]),
            new("What depends on what", [.. Dependence.Tell(evidence)]),
            new("What moves with time", [.. Change.Tell(evidence)]),
            new("What is wrong", [.. Harm.Tell(evidence)]),
            new("What to do first", [.. FirstSteps.Tell(evidence)]),
        ];
        return [.. sections.Where(static section => !section.Paragraphs.IsEmpty)];
    }
}
