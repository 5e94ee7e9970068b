using Assays.Data;
using Assays.Drift;
using Assays.Findings;
using Assays.Reports;

namespace Assays.DriftBench;

/// <summary>One pair of tables through the whole of <c>assay compare</c>, from files, and through what is usually done.</summary>
/// <param name="Case">What was done to the table, or what the pair is.</param>
/// <param name="Changed">The columns that changed; empty where nothing did.</param>
/// <param name="Rules">The rules that name it right; empty where any rule of the column does.</param>
internal sealed record Trial(string Table, string Case, int Rows, string[] Changed, string[] Rules, Assessment Assessment, RivalScore[] Rivals)
{
    public bool IsCaught => Assessment.Reference!.Verdict > Verdict.Safe;

    public Finding[] Serious => [.. Assessment.Findings.Where(static f => f.Severity > Severity.Note)];

    /// <summary>Whether a finding of a right rule names a changed column, or for a removed one tells its name.</summary>
    public bool IsNamed => Serious.Any(f => (Rules.Length == 0 || Rules.Contains(f.Rule.Id)) && Changed.Any(name => f.Columns.Any(c => c.Label == name) || f.Aspect == name));

    /// <summary>Of the changed columns those that are named by any finding.</summary>
    public int ChangedNamed => Changed.Count(name => Serious.Any(f => f.Columns.Any(c => c.Label == name) || f.Aspect == name));

    /// <summary>Columns named that did not change.</summary>
    public string[] Wrong => [.. Serious.SelectMany(static f => f.Columns).Select(static c => c.Label).Distinct().Where(name => !Changed.Contains(name))];

    public static async Task<Trial> RunAsync(string table, string what, Rows reference, Rows current, string[] changed, string[] rules, bool withRivals = true)
    {
        var assessment = await TrialFiles.UseAsync(reference, current, static (old, now) => Assay.CompareAsync(new Reference.Table(Source.Parse(old)), Source.Parse(now)));
        return new(table, what, Math.Min(reference.Cells.Length, current.Cells.Length), changed, rules, assessment, withRivals ? DriftBench.Rivals.Of(reference, current) : []);
    }
}
