using Assays.Data;

namespace Assays.Detectors.Consistency;

/// <summary>
/// Decides what is true of each thing by the votes of the sources, weighted by how often each was right elsewhere; who is right and who
/// is to be trusted are found together (Dong, Berti-Equille and Srivastava 2009, the ACCU model without copying).
/// </summary>
internal sealed class SourceVote
{
    private const int Rounds = 20;

    /// <summary>Wrong values that a source could give instead of the true one; it sets how much one vote is worth.</summary>
    private const double WrongValues = 10;

    private const double PriorReliability = 0.8;
    private const double PriorVotes = 2;

    private readonly SourcedTable _table;
    private readonly double[] _reliability;
    private readonly int[][] _truths;

    public SourceVote(SourcedTable table)
    {
        _table = table;
        _reliability = new double[table.Source.Values.Length];
        Array.Fill(_reliability, PriorReliability);
        _truths = [.. table.Facts.Select(_ => new int[table.Things.Count])];
        for (var round = 0; round < Rounds; round++)
        {
            if (!Elect() && round > 0) break;
            Trust();
        }
    }

    /// <summary>The share of a source's statements, 0 to 1, that are held for true.</summary>
    public double Reliability(int source) => _reliability[source];

    /// <summary>What is held for true: a meaning, or -1 when no source says anything.</summary>
    public int Truth(int fact, int thing) => _truths[fact][thing];

    /// <summary>The weight of the sources that say so, as a share of all, and their number.</summary>
    public (double Share, int Sources) Support(int fact, int thing, int meaning)
    {
        var (support, all, sources) = (0.0, 0.0, 0);
        foreach (var row in _table.Things.Rows(thing))
        {
            var said = _table.Facts[fact].Meaning(row);
            if (said < 0) continue;
            var weight = Weight(row);
            all += weight;
            if (said != meaning) continue;
            support += weight;
            sources++;
        }

        return (all == 0 ? 0 : support / all, sources);
    }

    private bool Elect()
    {
        var changed = false;
        var votes = new SortedDictionary<int, double>();
        for (var fact = 0; fact < _truths.Length; fact++)
        {
            for (var thing = 0; thing < _table.Things.Count; thing++)
            {
                votes.Clear();
                foreach (var row in _table.Things.Rows(thing))
                {
                    var said = _table.Facts[fact].Meaning(row);
                    if (said >= 0) votes[said] = votes.GetValueOrDefault(said) + Weight(row);
                }

                var (truth, most) = (-1, double.NegativeInfinity);
                foreach (var (said, weight) in votes)
                {
                    if (weight > most) (truth, most) = (said, weight);
                }

                changed |= _truths[fact][thing] != truth;
                _truths[fact][thing] = truth;
            }
        }

        return changed;
    }

    private void Trust()
    {
        var right = new double[_reliability.Length];
        var said = new double[_reliability.Length];
        for (var fact = 0; fact < _truths.Length; fact++)
        {
            for (var row = 0; row < _table.Source.Codes.Length; row++)
            {
                var meaning = _table.Facts[fact].Meaning(row);
                var (source, thing) = (_table.Source.Codes[row], _table.Things.Groups[row]);
                if (meaning < 0 || source < 0 || thing < 0) continue;
                said[source]++;
                if (_truths[fact][thing] == meaning) right[source]++;
            }
        }

        for (var source = 0; source < _reliability.Length; source++)
        {
            _reliability[source] = (right[source] + (PriorReliability * PriorVotes)) / (said[source] + PriorVotes);
        }
    }

    private double Weight(int row)
    {
        var source = _table.Source.Codes[row];
        var reliability = source == SampledColumn.Missing ? PriorReliability : _reliability[source];
        return Math.Max(0.01, Math.Log(WrongValues * reliability / (1 - reliability)));
    }
}
