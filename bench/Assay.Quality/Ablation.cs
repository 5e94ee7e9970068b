using System.Text;

namespace Assays.Quality;

/// <summary>
/// What each rule adds and costs: the score of the cells that all rules flag, against that of the cells that all others flag. Rules do not see
/// each other's findings, so that one run tells what a run without a rule would flag.
/// </summary>
internal sealed class Ablation
{
    private readonly Dictionary<string, Score> _all = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Group, string Rule), (Score Flagged, Score Alone)> _rules = [];
    private readonly SortedDictionary<string, (double Dirty, double Clean, long Alarms)> _costs = new(StringComparer.Ordinal);

    public void Add(string group, Truth truth, Run run)
    {
        _all[group] = _all.GetValueOrDefault(group) + Score.Of(truth, run.Flags, nullsNeutral: false);
        foreach (var rule in run.Rules.SelectMany(static rules => rules).Distinct())
        {
            var flagged = run.Flags.Where(flag => run.Rules[flag.Cell].Contains(rule)).ToList();
            var (score, alone) = _rules.GetValueOrDefault((group, rule));
            _rules[(group, rule)] = (
                score + Score.Of(truth, flagged, nullsNeutral: false),
                alone + Score.Of(truth, flagged.Where(flag => run.Rules[flag.Cell].Count() == 1), nullsNeutral: false));
        }

        foreach (var (rule, time) in run.Costs)
        {
            var cost = _costs.GetValueOrDefault(rule);
            _costs[rule] = cost with { Dirty = cost.Dirty + time.TotalSeconds };
        }
    }

    public void AddClean(Run run)
    {
        foreach (var (rule, time) in run.Costs)
        {
            var cost = _costs.GetValueOrDefault(rule);
            _costs[rule] = cost with { Clean = cost.Clean + time.TotalSeconds, Alarms = cost.Alarms + run.Flags.Count(flag => !string.IsNullOrEmpty(flag.Value) && run.Rules[flag.Cell].Contains(rule)) };
        }
    }

    public void Write(StringBuilder text)
    {
        text.Append("\n## What each rule adds\n\nOf the cells that a rule flags, those that no other does, right and wrong, and what F1 would be without it.\n");
        text.Append("Rules that find little here are for what these tables do not have: slips of the unit and of the sign, for one, in [corruption.md](corruption.md).\n\n");
        text.Append("| tables | rule | flagged | precision | right, alone | wrong, alone | F1 | F1 without |\n|---|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var ((group, rule), (flagged, alone)) in _rules)
        {
            var all = _all[group];
            var without = all with { Hits = all.Hits - alone.Hits, Flagged = all.Flagged - alone.Flagged };
            text.Append($"| {group} | {rule} | {flagged.Flagged} | {flagged.Precision:0.000} | {alone.Hits} | {alone.Flagged - alone.Hits} | {all.F1:0.000} | {without.F1:0.000} |\n");
        }

        text.Append("\n## What each rule costs\n\nMilliseconds on all tables with errors and on all clean ones, and the false alarms there. Rules that flag no cells judge rows, columns or the file.\n\n");
        text.Append("| rule | ms, with errors | ms, clean | false alarms |\n|---|--:|--:|--:|\n");
        foreach (var (rule, cost) in _costs) text.Append($"| {rule} | {1000 * cost.Dirty:0} | {1000 * cost.Clean:0} | {cost.Alarms} |\n");
    }
}
