using Assays.Data;
using Assays.Detectors;
using Assays.Findings;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Explaining;

/// <summary>What one row stands for, and what tells it from all others.</summary>
internal static class RowMeaning
{
    /// <summary>The share of different values from which a column nearly names a row.</summary>
    private const double AlmostAll = 0.95;

    private static readonly HashSet<string> _wordsForKeys = new(StringComparer.Ordinal) { "id", "no", "nr", "number", "num", "key", "code", "uuid", "guid", "#" };

    public static IEnumerable<string> Tell(Evidence evidence)
    {
        var profile = evidence.Profile;
        if (profile.Rows == 0)
        {
            yield return $"The table has {Wording.Count(profile.Columns.Length, "column")} and no row.";
            yield break;
        }

        yield return $"{Wording.Count(profile.Rows, "row")} of {Wording.Count(profile.Columns.Length, "column")}. {Identity(evidence)}";
        if (profile.IsSampled)
        {
            yield return $"Counts and missing values are of all rows; what is said of values in relation to each other rests on {Wording.Count(profile.SampleRows, "row")} drawn by chance.";
        }
    }

    private static string Identity(Evidence evidence)
    {
        var keys = evidence.Profile.Relations.Keys;
        if (keys.IsEmpty) return Event(evidence) + NoKey(evidence);
        var key = keys[0];
        var others = keys.Skip(1).Where(k => k.Columns.Length == 1).Take(2).Select(static k => k.Columns[0].Label).ToList();
        var rest = key.Columns.Length > 1 || others.Count == 0 ? "" : $" So {(others.Count == 1 ? "does" : "do")} {Wording.Join(others)}.";
        return Meaning(evidence.Profile, key) + rest;
    }

    private static string Meaning(Profile profile, CandidateKey key)
    {
        if (key.Columns.Length > 1)
        {
            var names = Wording.Join([.. key.Columns.Select(static c => c.Label)]);
            return $"There is one row for each {names}: together they tell every row from the others{Faults(profile, key)}.";
        }

        var column = key.Columns[0];
        if (profile[column].Temporal is { StepUnit: { } unit }) return $"There is one row a {unit}: {column.Label} tells it from the others{Faults(profile, key)}.";
        var thing = Thing(column);
        var subject = thing is null ? "" : $"A row is one {thing}. ";
        return $"{subject}{column.Label} tells it from all others{Faults(profile, key)}.";
    }

    private static string Faults(Profile profile, CandidateKey key) =>
        key.UniqueShare >= 1 ? "" : $", but for {Wording.Count((long)Math.Round((1 - key.UniqueShare) * profile.Rows), "row")} that share theirs";

    /// <summary>What a key names, by its own name: <c>order</c> of <c>order_id</c>.</summary>
    private static string? Thing(Column column)
    {
        var words = ColumnName.Of(column.Name).Words;
        return words.Length > 1 && _wordsForKeys.Contains(words[^1]) ? string.Join(' ', words.SkipLast(1)) : null;
    }

    /// <summary>A row with times and no key is something that happened.</summary>
    private static string Event(Evidence evidence)
    {
        var profile = evidence.Profile;
        var times = profile.Columns.Where(Kind.IsTime).ToList();
        var lasting = profile.Relations.Orders.FirstOrDefault(o => o.Share >= 0.99 && times.Contains(profile[o.Low]) && times.Contains(profile[o.High]));
        if (lasting is not null) return $"A row seems to be something that begins ({lasting.Low.Label}) and ends ({lasting.High.Label}). ";
        return times is [var time] && time.MissingShare < 0.05 ? $"A row seems to be something that happened, or was noted, at its {time.Column.Label}. " : "";
    }

    private static string NoKey(Evidence evidence)
    {
        var copies = evidence.Findings.FirstOrDefault(static f => f.Rule.Name == "duplicate-rows");
        if (copies is null) return Nearest(evidence.Profile) ?? "No column, nor two or three together, is there to name a row: to speak of one, use its position in the file.";
        var those = copies.AffectedRows == 1 ? "The row that repeats an earlier one in full is" : $"The {Wording.Count(copies.AffectedRows, "row")} that repeat an earlier one in full are";
        return $"Nothing names a row. {those} {(copies.Severity == Severity.Note ? "as likely other things that look the same as copies." : "most likely copies.")}";
    }

    /// <summary>The column that all but names a row.</summary>
    private static string? Nearest(Profile profile)
    {
        var nearest = profile.Columns.Where(c => c.Type == ValueType.Text && !c.IsPersonal && c.Distinct.Value >= AlmostAll * profile.Rows)
            .OrderByDescending(static c => c.Distinct.Value).ThenBy(static c => c.Column.Ordinal).FirstOrDefault();
        return nearest is null ? null : $"{nearest.Column.Label} comes nearest to naming a row: {Wording.Count(nearest.Distinct.Value, "value")} in {Wording.Count(profile.Rows, "row")}.";
    }
}
