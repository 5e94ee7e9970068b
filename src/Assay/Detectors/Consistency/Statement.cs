using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Consistency;

/// <summary>What the sources say of one fact about one thing, and what is held for true.</summary>
internal sealed class Statement
{
    private const double MostSure = 0.98;

    /// <summary>The share of the votes from which their value is proposed as a repair.</summary>
    private const double SureShare = 0.7;

    private readonly SourcedTable _table;
    private readonly SourceVote _vote;
    private readonly int _fact;
    private readonly int _thing;
    private readonly int _truth;
    private readonly int _usual = -1;
    private readonly double _notationShare;

    public Statement(SourcedTable table, SourceVote vote, int fact, int thing)
    {
        (_table, _vote, _fact, _thing) = (table, vote, fact, thing);
        _truth = vote.Truth(fact, thing);
        if (_truth < 0) return;
        var texts = new SortedDictionary<int, int>();
        foreach (var row in table.Things.Rows(thing))
        {
            if (Fact.Meaning(row) == _truth) texts[Fact.Column.Codes[row]] = texts.GetValueOrDefault(Fact.Column.Codes[row]) + 1;
        }

        foreach (var (code, count) in texts)
        {
            if (_usual < 0 || count > texts[_usual]) _usual = code;
        }

        _notationShare = (double)texts[_usual] / texts.Values.Sum();
    }

    private Fact Fact => _table.Facts[_fact];
    private string Usual => Fact.Column.Values[_usual];
    private string Thing => $"{_table.Things.Columns[0].Column.Label} {Wording.Quote(_table.Things.Columns[0][_table.Things.Rows(_thing)[0]]!)}";

    /// <summary>A row that says something else than what is held for true; null when it says the same.</summary>
    public Doubt? Dissent(int row)
    {
        var said = Fact.Meaning(row);
        if (_truth < 0 || said < 0 || said == _truth) return null;
        var (share, sources) = _vote.Support(_fact, _thing, _truth);
        var (own, _) = _vote.Support(_fact, _thing, said);
        if (sources < 2) return null;
        var source = _table.Source[row];
        var text = Fact.Column[row]!;
        return new(row, Fact.Column, Math.Min(MostSure, 1 - own), share >= SureShare ? Usual : null,
            $"Of {Thing}, {Wording.Count(sources, "source")} with {Wording.Percent(share)} of the weight say {Fact.Column.Column.Label} is {Wording.Quote(Usual, text)}; {Wording.Quote(source ?? "")} says {Wording.Quote(text, Usual)}.");
    }

    /// <summary>A row that says what is true in another notation than most; null when it does not.</summary>
    public Doubt? Deviation(int row)
    {
        if (_truth < 0 || Fact.Meaning(row) != _truth || Fact.Column.Codes[row] == _usual) return null;
        return new(row, Fact.Column, Math.Min(MostSure, _notationShare), Usual,
            $"{Wording.Quote(Fact.Column[row]!, Usual)} means {Wording.Quote(Usual, Fact.Column[row]!)}, as {Wording.Percent(_notationShare)} of the sources write it for {Thing}.");
    }

    /// <summary>A row that says nothing where the others do.</summary>
    public Doubt? Gap(int row)
    {
        if (_truth < 0 || Fact.Meaning(row) >= 0) return null;
        var (share, sources) = _vote.Support(_fact, _thing, _truth);
        if (sources < 2) return null;
        return new(row, Fact.Column, MostSure, share >= SureShare ? Usual : null,
            $"{Wording.Count(sources, "other source")} with {Wording.Percent(share)} of the weight say that {Fact.Column.Column.Label} of {Thing} is {Wording.Quote(Usual)}.");
    }
}

/// <summary>A cell of the sample that is probably wrong.</summary>
internal sealed record Doubt(int Row, SampledColumn Column, double Confidence, string? Repair, string Reason)
{
    public SuspectCell At(Sample sample) =>
        new(sample.RowNumbers[Row], Column.Column, Column[Row], Confidence, Reason, Repair is null ? null : new Replacement(Repair));
}
