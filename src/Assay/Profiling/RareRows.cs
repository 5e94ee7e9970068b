using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Engines;
using Assays.Sql;

namespace Assays.Profiling;

/// <summary>
/// Adds to a random sample rows with the values that it missed: a slip that three rows of a million have is hardly ever drawn, and would not be
/// found. The engine counts the values of each column of few texts, and the texts among the numbers of the others.
/// </summary>
public static class RareRows
{
    /// <summary>Different texts of a column beyond which they are names and sentences, of which most are rare.</summary>
    private const int MostTexts = 10_000;

    /// <summary>Texts that the sample missed, beyond which they are no exceptions.</summary>
    private const int MostMissed = 500;

    /// <summary>Columns asked for times columns of the table: to plan a query takes longer the wider the table is.</summary>
    private const int MostPlanned = 20_000;

    /// <summary>The added rows, as a share of those drawn: few enough that shares in the sample stay what they are.</summary>
    private const double MostAdded = 0.02;

    /// <summary>How often, expected in the sample, a value is missed by no chance.</summary>
    private const double SurelySeen = 20;

    /// <summary>The sample with the rows of rare values; the same where there are none, or it is the whole table.</summary>
    public static async Task<Sample> AddAsync(Table table, Profile profile, Sample sample, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.IsComplete || sample.Rows == 0) return sample;
        var missed = new List<(ColumnProfile Column, List<string> Texts)>();
        foreach (var column in profile.Columns.Where(static c => c.Column.Kind == ColumnKind.Text).Where(IsOfFewTexts).Take(MostPlanned / profile.Columns.Length))
        {
            missed.Add((column, await MissedAsync(table, column, sample, cancellationToken)));
        }

        // Where a column misses few, they are exceptions; no more are sought than rows can be added.
        var most = Math.Max(1, (int)(MostAdded * sample.Rows));
        var left = most;
        var conditions = new List<SqlText>();
        foreach (var (column, texts) in missed.Where(static m => m.Texts.Count is > 0 and <= MostMissed).OrderBy(static m => m.Texts.Count))
        {
            if ((left -= texts.Count) < 0) break;
            conditions.Add(SqlText.Of($"{TextOf(column)} IN ({SqlText.Join(", ", texts.Select(static text => SqlText.Of($"{text}")))})"));
        }

        if (conditions.Count == 0) return sample;
        return sample.With(await table.RowsAsync(SqlText.Join(" OR ", conditions), most, cancellationToken));
    }

    private static bool IsOfFewTexts(ColumnProfile column) => IsOfNumbers(column) || column.Distinct.Value <= MostTexts;

    private static bool IsOfNumbers(ColumnProfile column) => column.Type is ValueType.Integer or ValueType.Number;

    private static SqlText TextOf(ColumnProfile column) => SqlText.Call(SqlFunction.Text, SqlText.Of($"{column.Column}"));

    /// <summary>Rare texts of a column that the sample has not; none where there are too many to tell.</summary>
    private static async Task<List<string>> MissedAsync(Table table, ColumnProfile column, Sample sample, CancellationToken cancellationToken)
    {
        var text = TextOf(column);
        var chosen = IsOfNumbers(column) ? SqlText.Of($"{SqlText.Call(SqlFunction.Number, SqlText.Of($"{column.Column}"))} IS NULL AND {text} <> {""}") : SqlText.Of($"{text} <> {""}");
        var most = (long)(SurelySeen * sample.TableRows / sample.Rows);
        var seen = sample[column.Column].Values.ToHashSet(StringComparer.Ordinal);
        var missed = new List<string>();
        var all = 0;
        var query = SqlText.Of($"SELECT {text} FROM {table.Unnumbered} WHERE {chosen} GROUP BY {text} HAVING count(*) <= {most} LIMIT {MostTexts + 1}");
        await foreach (var row in table.QueryAsync(query, cancellationToken))
        {
            all++;
            if (Convert.ToString(row[0], CultureInfo.InvariantCulture) is { } value && !seen.Contains(value)) missed.Add(value);
        }

        missed.Sort(StringComparer.Ordinal);
        return all > MostTexts ? [] : missed;
    }
}
