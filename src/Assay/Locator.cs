using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Detectors;
using Assays.Engines;
using Assays.Findings;
using Assays.Sql;

namespace Assays;

/// <summary>
/// Carries findings from the sample to the whole table: where a finding has a condition, the engine counts its rows and lists the
/// first of them; where it has none, the sample's counts are scaled up and said to be estimates.
/// </summary>
public static class Locator
{
    /// <summary>Rows listed for one finding.</summary>
    public const int MaxRows = 10_000;

    public static async Task<ImmutableArray<Outcome>> LocateAsync(
        Table table, Sample sample, ImmutableArray<Outcome> outcomes, CancellationToken cancellationToken = default)
    {
        if (sample.IsComplete) return outcomes;

        var located = ImmutableArray.CreateBuilder<Outcome>(outcomes.Length);
        foreach (var outcome in outcomes)
        {
            if (outcome is not Outcome.Ran ran)
            {
                located.Add(outcome);
                continue;
            }

            var findings = ImmutableArray.CreateBuilder<Finding>(ran.Findings.Length);
            foreach (var finding in ran.Findings)
            {
                findings.Add(finding.Rows is null || finding.Columns.IsEmpty
                    ? Scale(finding, sample)
                    : await FindAsync(table, finding, cancellationToken));
            }

            located.Add(ran with { Findings = findings.ToImmutable() });
        }

        return located.ToImmutable();
    }

    private static Finding Scale(Finding finding, Sample sample)
    {
        if (finding.Cells.IsEmpty) return finding;
        // Rows that were sought stand for themselves, those that were drawn for others like them.
        var sought = finding.Cells.Count(cell => sample.Sought.Contains(cell.Row));
        var factor = (double)(sample.TableRows - sample.Sought.Count) / (sample.Rows - sample.Sought.Count);
        return finding with
        {
            AffectedRows = Math.Min(sample.TableRows, Whole(finding.AffectedRows)),
            AffectedCells = Whole(finding.AffectedCells),
            Evidence = [.. finding.Evidence, new("sampledRows", (long)sample.Rows), new("sampleSeed", (long)sample.Seed)],
        };

        long Whole(long found) => sought + (long)Math.Round(Math.Max(0, found - sought) * factor);
    }

    private static async Task<Finding> FindAsync(Table table, Finding finding, CancellationToken cancellationToken)
    {
        var column = finding.Columns[0];
        var value = SqlText.Call(SqlFunction.Text, SqlText.Of($"{column}"));
        var repair = finding.Repair?.Expression is { } expression ? SqlText.Call(SqlFunction.Text, expression) : SqlText.Of($"NULL");
        var rows = 0L;
        await foreach (var row in table.QueryAsync(SqlText.Of($"SELECT count(*) FROM {table.Unnumbered} WHERE {finding.Rows!}"), cancellationToken))
        {
            rows = Convert.ToInt64(row[0], CultureInfo.InvariantCulture);
        }

        if (finding.Cells.IsEmpty) return finding with { AffectedRows = rows, AffectedCells = rows };
        var explanation = rows == finding.AffectedRows ? finding.Explanation
            : $"{finding.Explanation} This is of a sample; in the whole table it is {Wording.Count(rows, "row")}.";

        var known = finding.Cells.ToLookup(static cell => cell.Value);
        var cells = ImmutableArray.CreateBuilder<SuspectCell>();
        var query = SqlText.Of($"SELECT {table.RowNumber}, {value}, {repair} FROM {table.From} WHERE {finding.Rows!} ORDER BY {table.RowNumber} LIMIT {MaxRows}");
        await foreach (var row in table.QueryAsync(query, cancellationToken))
        {
            var text = (string?)row[1];
            var like = known[text].FirstOrDefault();
            cells.Add(new(
                Convert.ToInt64(row[0], CultureInfo.InvariantCulture), column, text,
                like?.Confidence ?? finding.Confidence, like?.Reason ?? finding.Explanation,
                row[2] is string mended ? new Replacement(mended) : like?.Repair));
        }

        return finding with { Cells = cells.ToImmutable(), AffectedRows = rows, AffectedCells = rows, Explanation = explanation };
    }
}
