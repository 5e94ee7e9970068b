using Assays.Findings;

namespace Assays.Detectors.Consistency;

/// <summary>Values that are another value of their column with signs hung on: <c>Aspen***</c> beside <c>Aspen</c>.</summary>
public sealed class AppendedMarks : Detector
{
    private const double CellConfidence = 0.93;

    /// <summary>One sign more may mean something (A+, C#, a footnote's star); several are a mark.</summary>
    private const int LeastSigns = 2;

    /// <summary>Distinct values with a mark, as a share of all, from which marks are how the column is written.</summary>
    private const double MostMarked = 0.3;

    private const string Signs = "*#~^|-_@$";

    public override Rule Rule { get; } = new("AS0312", "appended-marks", "Marks hung on values", Dimension.Consistency, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            var codes = column.Values.Select(static (value, code) => (value, code)).ToDictionary(static v => v.value, static v => v.code, StringComparer.Ordinal);
            var suspects = new SuspectValues(examination, column.Column);
            for (var code = 0; code < column.Values.Length; code++)
            {
                if (Unmarked(column.Values[code]) is not { } plain || !codes.TryGetValue(plain, out var meant)) continue;
                suspects.Add(code, CellConfidence,
                    $"{Wording.Quote(column.Values[code], plain)} is {Wording.Quote(plain, column.Values[code])}, which {Wording.Count(column.Counts[meant], "other row has", "other rows have")}, with signs hung on.", new(plain));
            }

            if (suspects.Distinct == 0 || suspects.Distinct > MostMarked * column.Values.Length) continue;
            yield return suspects.Complete(new(Rule, [column.Column],
                $"{Wording.Count(suspects.Rows, "value")} of {column.Column.Label} {(suspects.Rows == 1 ? "is" : "are")} another value of the column with signs hung on{suspects.SuchAs}.")
            {
                Repair = new("Remove the signs; if they mean something, put it into a column of its own.", IsCertain: false),
                Evidence = [new("values", (long)suspects.Distinct), new("share", suspects.Share)],
            });
        }
    }

    /// <summary>The text before the signs at its end; none where there are too few of them or they are those of a sentence.</summary>
    private static string? Unmarked(string text)
    {
        var end = text.Length;
        while (end > 0 && Signs.Contains(text[end - 1])) end--;
        return end > 0 && text.Length - end >= LeastSigns && !text.AsSpan(end).TrimEnd('-').IsEmpty ? text[..end].TrimEnd() : null;
    }
}
