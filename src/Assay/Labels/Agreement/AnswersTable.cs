using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;

namespace Assays.Labels.Agreement;

/// <summary>Reads answers from a table: a row an answer, or a row an item with a column an annotator.</summary>
public static class AnswersTable
{
    /// <summary>Answers beyond this are names or identifiers, not classes.</summary>
    private const int MostClasses = 1_000;

    /// <summary>A row is one answer.</summary>
    /// <exception cref="InputException">There is nothing to compare.</exception>
    public static Answers Long(Sample sample, Column item, Column annotator, Column label)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var (items, annotators, labels) = (sample[item], sample[annotator], sample[label]);
        return Checked(Enumerable.Range(0, sample.Rows).Where(row => items[row] is not null && annotators[row] is not null && labels[row] is not null)
            .Select(row => (items[row]!, annotators[row]!, labels[row]!)));
    }

    /// <summary>A row is an item; each of the columns holds what one annotator said.</summary>
    /// <param name="item">What names the item; its row number when there is none.</param>
    /// <exception cref="InputException">There is nothing to compare.</exception>
    public static Answers Wide(Sample sample, Column? item, IReadOnlyCollection<Column> annotators)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(annotators);
        return Checked(
            from row in Enumerable.Range(0, sample.Rows)
            let name = item is null ? sample.RowNumbers[row].ToString(CultureInfo.InvariantCulture) : sample[item][row]
            where name is not null
            from annotator in annotators
            let said = sample[annotator][row]
            where said is not null
            select (name, annotator.Label, said));
    }

    /// <summary>The columns that hold answers when nobody names them: all but the item's.</summary>
    /// <exception cref="InputException">Most values of a column are in no other, so it holds something else.</exception>
    public static ImmutableArray<Column> Annotators(Sample sample, Column? item)
    {
        ArgumentNullException.ThrowIfNull(sample);
        SampledColumn[] columns = [.. sample.Columns.Where(c => c.Column != item)];
        var holders = columns.SelectMany(static c => c.Values.ToArray()).CountBy(static value => value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var counts = column.Counts.ToArray();
            var alone = counts.Where((_, value) => holders[column.Values[value]] == 1).Sum(static count => (long)count);
            if (alone <= column.Present / 2 || columns.Length < 2) continue;
            throw new InputException(
                $"Most values of '{column.Column.Label}' are in no other column, so they are no answers to the same question. When each row is one answer, say --item, --annotator and --label; "
                + "when each row is an item, name the columns of the answers with --annotators.");
        }

        return [.. columns.Select(static c => c.Column)];
    }

    private static Answers Checked(IEnumerable<(string Item, string Annotator, string Class)> texts)
    {
        var answers = Answers.Of(texts);
        if (answers.All.Length == 0) throw new InputException("There is no answer in these columns.");
        if (answers.Annotators.Length < 2) throw new InputException("Only one annotator answered, so there is nothing to compare.");
        if (answers.Classes.Length < 2) throw new InputException($"Every answer is '{answers.Classes[0]}': with one class there is nothing to tell apart.");
        if (answers.Classes.Length > MostClasses)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"There are {answers.Classes.Length} different answers; more than {MostClasses} are names or identifiers, not classes."));
        }

        for (var i = 0; i < answers.Items.Length; i++)
        {
            if (answers.Of(i).Length > 1) return answers;
        }

        throw new InputException("No item was answered twice, so there is nothing to compare; name what tells items apart with --item.");
    }
}
