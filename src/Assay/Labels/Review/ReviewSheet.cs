using System.Globalization;
using Assays.Data;

namespace Assays.Labels.Review;

/// <summary>What was decided about suspicious labels, as records that a later session takes up again.</summary>
public static class ReviewSheet
{
    public static IEnumerable<string> Header { get; } = ["row", "given", "decision", "label"];

    public static IEnumerable<IEnumerable<string>> Records(ReviewSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Items.Where(static i => i.Decision is not null).Select(static i => new[]
        {
            i.Row.ToString(CultureInfo.InvariantCulture), SpreadsheetText.Of(i.Given), i.Decision!.Value.ToString().ToLowerInvariant(), SpreadsheetText.Of(i.Label),
        });
    }

    /// <summary>Takes up what was decided; rows whose label has changed since are asked about again.</summary>
    /// <exception cref="InputException">It is no sheet of a review.</exception>
    public static void Resume(ReviewSession session, Sample sheet)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(sheet);
        var columns = Header.Select(name => sheet.Schema.Find(name) ?? throw new InputException($"The decisions have no column '{name}': name another file, or none to begin anew.")).ToArray();
        var suspects = session.Items.ToDictionary(static i => i.Row);
        var earlier = new List<ReviewItem>();
        for (var row = 0; row < sheet.Rows; row++)
        {
            var known = long.TryParse(sheet[columns[0]][row], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && suspects.TryGetValue(number, out var suspect) ? suspect : null;
            if (known is null || SpreadsheetText.Of(known.Given) != sheet[columns[1]][row]) continue;
            if (!Enum.TryParse<ReviewDecision>(sheet[columns[2]][row], ignoreCase: true, out var decision)) throw new InputException($"The decision '{sheet[columns[2]][row]}' is none of keep, change and unsure.");
            var label = sheet[columns[3]][row];
            if (label is ['\'', ..] && SpreadsheetText.Of(label[1..]) == label) label = label[1..];
            earlier.Add(known with { Decision = decision, Label = label });
        }

        session.Resume(earlier);
    }
}
