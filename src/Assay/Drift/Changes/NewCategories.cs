using Assays.Data;
using Assays.Detectors;
using Assays.Drift.Baselines;
using Assays.Findings;
using Assays.Sql;
using Assays.Statistics;

namespace Assays.Drift.Changes;

/// <summary>Values of a category that the reference never had. One that is too frequent to have been missed by chance is a warning, others are told.</summary>
public sealed class NewCategories : ChangeDetector
{
    private const int MostListed = 50;
    private const int MostCells = 1_000;

    public override Rule Rule { get; } = new("AS0807", "new-categories", "Categories never seen", Dimension.Stability, Severity.Warning);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        foreach (var pair in comparison.Pairs)
        {
            if (pair.Reference.Role != ColumnRole.Category || !pair.Reference.Values.IsComplete || pair.Reference.Values.Total == 0) continue;
            if (comparison.IsExplained(pair) || pair.GoesOn || pair.Current.IsPersonal) continue;
            if (Judge(comparison, pair) is { } finding) yield return finding;
        }
    }

    private Finding? Judge(Comparison comparison, ColumnPair pair)
    {
        var known = pair.Reference.Values.Items.Select(static i => i.Key).ToHashSet(StringComparer.Ordinal);
        var values = comparison.Sample[pair.Column];
        var fresh = values.Values.Select((value, code) => (Value: value, Rows: values.Counts[code], Code: code))
            .Where(v => !known.Contains(v.Value) && !string.IsNullOrWhiteSpace(v.Value)).OrderByDescending(static v => v.Rows).ThenBy(static v => v.Value, StringComparer.Ordinal).ToArray();
        if (fresh.Length == 0) return null;

        var spelt = Respelt(known, [.. fresh.Select(static f => f.Value)]);
        var rows = fresh.Sum(static f => f.Rows);
        var isSurprise = IsSurprise(comparison, pair, fresh[0].Rows, rows, known.Count);
        var names = string.Join(", ", fresh.Take(5).Select(static f => $"{Wording.Quote(f.Value)} ({Wording.Count(f.Rows, "row")})"));
        var respelt = spelt == 0 ? "" : spelt == fresh.Length
            ? " They are known values written in another way."
            : $" {Wording.Count(spelt, "of them is a known value", "of them are known values")} written in another way.";
        return new(Rule, [pair.Column], $"{pair.Column.Label} has {Wording.Count(fresh.Length, "value")} that the reference never had: {names}{(fresh.Length > 5 ? " …" : "")}.{respelt}{Chance(isSurprise)}")
        {
            Title = spelt == fresh.Length ? "Known categories written differently" : Rule.Title,
            Severity = isSurprise ? Severity.Warning : Severity.Note,
            AffectedRows = rows,
            AffectedCells = rows,
            Rows = fresh.Length > MostListed ? null : SqlText.Of(
                $"{SqlText.Call(SqlFunction.Text, SqlText.Of($"{pair.Column}"))} IN ({SqlText.Join(", ", fresh.Select(static f => SqlText.Of($"{f.Value}")))})"),
            Cells = [.. CellsOf(comparison.Sample, values, [.. fresh.Select(static f => f.Code)], isSurprise)],
            Evidence = [new("newValues", (long)fresh.Length), new("rows", (long)rows), new("knownValues", (long)known.Count), new("respelt", (long)spelt)],
        };
    }

    // A value of k rows in both tables together is in the current one alone with chance^k; every value had that chance. Values that come
    // once foretell how many new ones any further rows bring (Good and Turing 1953).
    private static bool IsSurprise(Comparison comparison, ColumnPair pair, int most, int rows, int known)
    {
        var chance = pair.CurrentChance;
        var once = pair.Reference.Values.Items.Count(static i => i.Value == 1);
        var expected = (once + 1) * pair.CurrentCount / Math.Max(1, pair.ReferenceCount);
        return Math.Pow(chance, most) * (known + 1) <= comparison.LevelOfOne || (rows >= 3 * expected && most >= 3 && Math.Pow(chance, rows) * (known + 1) * (once + 1) <= comparison.LevelOfOne);
    }

    private static string Chance(bool isSurprise) => isSurprise ? "" : " So few may have been missed by chance; a model does not know them all the same.";

    private static int Respelt(HashSet<string> known, string[] fresh)
    {
        var plain = known.Select(Plain).ToHashSet(StringComparer.Ordinal);
        return fresh.Count(value => Plain(value) is { Length: > 0 } text && plain.Contains(text));
    }

    private static string Plain(string value) => new([.. value.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static IEnumerable<SuspectCell> CellsOf(Sample sample, SampledColumn values, HashSet<int> codes, bool isSurprise)
    {
        var listed = 0;
        for (var row = 0; row < values.Codes.Length && listed < MostCells; row++)
        {
            var code = values.Codes[row];
            if (!codes.Contains(code)) continue;
            listed++;
            yield return new(sample.RowNumbers[row], values.Column, values.Values[code], isSurprise ? 0.9 : 0.5, $"The reference has no {Wording.Quote(values.Values[code])}.");
        }
    }
}
