namespace Assays.Statistics;

/// <summary>
/// Which slips this writer makes: how often each kind, and which characters come out. A person errs in many ways, a faulty program writes the
/// same character everywhere.
/// </summary>
public sealed class SlipHabits
{
    private const double PriorWeight = 4;
    private const int Letters = 26;

    private readonly Dictionary<(EditKind, char), double> _weights = [];
    private readonly double _total;

    /// <param name="edits">Edits that were seen, with the probability that each was a slip.</param>
    public SlipHabits(IEnumerable<(Edit Edit, double Weight)> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        foreach (var (edit, weight) in edits)
        {
            var key = Key(edit);
            _weights[key] = _weights.GetValueOrDefault(key) + weight;
            _total += weight;
        }
    }

    /// <summary>The share of slips that are of this kind and write this character, wherever they happen.</summary>
    public double Share(Edit edit)
    {
        var writes = edit.Kind is EditKind.Insertion or EditKind.Substitution;
        var prior = 0.25 / (writes ? Letters : 1);
        return (_weights.GetValueOrDefault(Key(edit)) + (PriorWeight * prior)) / (_total + PriorWeight);
    }

    private static (EditKind, char) Key(Edit edit) =>
        edit.Kind is EditKind.Insertion or EditKind.Substitution ? (edit.Kind, edit.Written) : (edit.Kind, '\0');
}
