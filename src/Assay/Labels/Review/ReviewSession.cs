using System.Collections.Immutable;

namespace Assays.Labels.Review;

/// <summary>Goes through suspicious labels one by one; can be left and taken up again. It knows of no terminal.</summary>
/// <param name="items">The suspects, the most suspicious first.</param>
public sealed class ReviewSession(IEnumerable<ReviewItem> items)
{
    public ImmutableArray<ReviewItem> Items { get; private set; } = [.. items];

    /// <summary>The place of the suspect that is being asked about; none when all are decided.</summary>
    public int? Current
    {
        get
        {
            for (var i = 0; i < Items.Length; i++)
            {
                if (Items[i].Decision is null) return i;
            }

            return null;
        }
    }

    public int Decided => Items.Count(static i => i.Decision is not null);

    /// <summary>The rows whose label is to be changed, with the new one.</summary>
    public IReadOnlyDictionary<long, string> Changes =>
        Items.Where(static i => i.Decision is ReviewDecision.Change && i.Label is not null).ToDictionary(static i => i.Row, static i => i.Label!);

    /// <summary>Decides about the current suspect; a change takes the proposed label unless another is given.</summary>
    public void Decide(ReviewDecision decision, string? label = null)
    {
        if (Current is not { } at) return;
        var item = Items[at];
        var chosen = decision == ReviewDecision.Change ? label ?? item.Better ?? throw new ArgumentNullException(nameof(label)) : null;
        Items = Items.SetItem(at, item with { Decision = decision, Label = chosen });
    }

    /// <summary>Takes the last decision back.</summary>
    public void Back()
    {
        var at = Current ?? Items.Length;
        if (at > 0) Items = Items.SetItem(at - 1, Items[at - 1] with { Decision = null, Label = null });
    }

    /// <summary>Takes over what was decided before about the same rows with the same label.</summary>
    public void Resume(IEnumerable<ReviewItem> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var decided = earlier.Where(static i => i.Decision is not null).ToDictionary(static i => (i.Row, i.Given));

        // What was decided stands first, so that going back goes through it.
        Items =
        [
            .. Items.Where(i => decided.ContainsKey((i.Row, i.Given))).Select(i => i with { Decision = decided[(i.Row, i.Given)].Decision, Label = decided[(i.Row, i.Given)].Label }),
            .. Items.Where(i => !decided.ContainsKey((i.Row, i.Given))),
        ];
    }
}

/// <summary>One suspicious label and what a person decided about it.</summary>
/// <param name="Row">The 0-based record number in the source.</param>
/// <param name="Given">The label as it is.</param>
/// <param name="Better">The label that is proposed.</param>
/// <param name="Probability">The probability that the label is wrong.</param>
/// <param name="Reason">Why it is suspicious.</param>
public sealed record ReviewItem(long Row, string Given, string? Better, double Probability, string Reason)
{
    /// <summary>What was decided; none as long as nothing was.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>The new label, when it is to be changed.</summary>
    public string? Label { get; init; }
}

/// <summary>What a person decides about a label.</summary>
public enum ReviewDecision { Keep, Change, Unsure }
