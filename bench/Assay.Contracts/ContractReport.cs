using System.Globalization;
using System.Text;

namespace Assays.ContractsBench;

/// <summary>Writes docs/contracts.md.</summary>
internal static class ContractReport
{
    public static string Write(IReadOnlyList<TableTrial> trials)
    {
        var text = new StringBuilder();
        var all = trials.SelectMany(static t => t.Demands).ToArray();
        var (demands, broken) = (all.Length, all.Count(static d => d.IsBroken));
        var changes = trials.SelectMany(static t => t.Changes).ToArray();
        text.Append("""
            # How good inferred contracts are

            Written by `dotnet run --project bench/Assay.Contracts -c Release`; the tables are those of `../shared/data/real` and the clean ones of `../shared/data/errors`.
            Each table (at most 20,000 rows, drawn at random) is parted into two random halves five times. A contract is inferred from one half and checked on the
            other. Then the other half of the first split is changed in one column, in up to four columns for each kind of change, and checked again: the change is
            caught when a demand breaks that held before. Nothing is tuned by table, but the tables were looked at while inference was written.


            """.ReplaceLineEndings("\n"));
        text.Append(CultureInfo.InvariantCulture, $"| | measured | wanted |\n| --- | ---: | ---: |\n");
        text.Append(CultureInfo.InvariantCulture, $"| demands that break on a held-out half | {broken} of {demands:#,0} ({Share(broken, demands)}) | ≤ 1 % |\n");
        text.Append(CultureInfo.InvariantCulture, $"| changes caught | {changes.Count(static c => c.IsCaught)} of {changes.Length} ({Share(changes.Count(static c => c.IsCaught), changes.Length)}) | ≥ 90 % |\n");
        text.Append(CultureInfo.InvariantCulture, $"| contracts that write → read → check keeps whole | {trials.Count(static t => t.IsLossless)} of {trials.Count} tables | all |\n\n");

        text.Append("## Demands\n\n| kind | checked | broken |\n| --- | ---: | ---: |\n");
        foreach (var kind in all.GroupBy(static d => d.Kind).OrderByDescending(static k => k.Count()))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {kind.Key} | {kind.Count():#,0} | {kind.Count(static d => d.IsBroken)} ({Share(kind.Count(static d => d.IsBroken), kind.Count())}) |\n");
        }

        text.Append("\n## Changes\n\n| change | made | caught |\n| --- | ---: | ---: |\n");
        foreach (var group in changes.GroupBy(static c => c.Name))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Count()} | {Share(group.Count(static c => c.IsCaught), group.Count())} |\n");
        }

        text.Append("\n## Tables\n\n| table | rows | demands checked | broken | changes | caught |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var t in trials)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {t.Table} | {t.Rows:#,0} | {t.Demands.Length:#,0} | {t.Demands.Count(static d => d.IsBroken)} | {t.Changes.Length} | {Share(t.Changes.Count(static c => c.IsCaught), t.Changes.Length)} |\n");
        }

        return text.ToString();
    }

    private static string Share(int part, int whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");
}
