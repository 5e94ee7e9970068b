using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;

namespace Assays.Labels.Audit;

/// <summary>One line of a sheet: a row to look at.</summary>
/// <param name="Row">The 0-based record number in the source.</param>
/// <param name="Stratum">What it was drawn from; <c>all</c> when all rows were one.</param>
/// <param name="StratumRows">Rows of that stratum in the source.</param>
/// <param name="Expected">The share of right labels, 0 to 1, that a model expects in that stratum; none where no model was asked.</param>
/// <param name="Label">The label to be judged.</param>
/// <param name="Verdict">What the person says; none as long as nothing was said.</param>
/// <param name="Context">The row's values, by column.</param>
public sealed record AuditLine(long Row, string Stratum, long StratumRows, double? Expected, string Label, AuditVerdict? Verdict, ImmutableArray<string?> Context);

/// <summary>What a person says about a label.</summary>
public enum AuditVerdict { Right, Wrong, Unsure }

/// <summary>Rows that were drawn for a person to look at, with a place for the verdict.</summary>
/// <param name="Columns">The names of the context's columns.</param>
/// <param name="Lines">In the order in which they are to be looked at.</param>
public sealed record AuditSheet(ImmutableArray<string> Columns, ImmutableArray<AuditLine> Lines)
{
    private static readonly ImmutableArray<string> Own = ["row", "stratum", "stratum_rows", "label", "verdict"];

    /// <summary>A column of sheets that were drawn by suspicion only.</summary>
    private const string ExpectedColumn = "stratum_expected";

    private bool HasExpected => Lines.Any(static l => l.Expected is not null);

    /// <summary>The sheet's first record.</summary>
    public IEnumerable<string> Header => [.. Own, .. HasExpected ? [ExpectedColumn] : Array.Empty<string>(), .. Columns.Select(static c => SpreadsheetText.Of(c))];

    /// <summary>The lines as records; a stranger's text that a spreadsheet would run as a formula is made plain text.</summary>
    public IEnumerable<IEnumerable<string>> Records
    {
        get
        {
            var hasExpected = HasExpected;
            return Lines.Select(line => Record(line, hasExpected));
        }
    }

    private static string[] Record(AuditLine line, bool hasExpected) =>
    [
        line.Row.ToString(CultureInfo.InvariantCulture), SpreadsheetText.Of(line.Stratum), line.StratumRows.ToString(CultureInfo.InvariantCulture), SpreadsheetText.Of(line.Label),
        line.Verdict?.ToString().ToLowerInvariant() ?? "", .. hasExpected ? [line.Expected?.ToString("R", CultureInfo.InvariantCulture) ?? ""] : Array.Empty<string>(),
        .. line.Context.Select(static c => SpreadsheetText.Of(c ?? "")),
    ];

    /// <summary>Reads a sheet that a person filled in.</summary>
    /// <exception cref="InputException">It is no sheet of an audit, or holds a verdict that is none.</exception>
    public static AuditSheet Read(Sample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var columns = Own.Select(name => sample.Schema.Find(name) ?? throw new InputException(
            $"This is no sheet of an audit: it has no column '{name}'. 'assay labels audit plan SOURCE --label COLUMN' writes one.")).ToArray();
        var expected = sample.Schema.Find(ExpectedColumn);
        ImmutableArray<Column> context = [.. sample.Schema.Columns.Where(c => c != expected && !columns.Contains(c))];
        var lines = Enumerable.Range(0, sample.Rows).Select(row =>
        {
            string Text(int i) => sample[columns[i]][row] ?? "";
            return new AuditLine(
                Number(Text(0), "row", row), Text(1), Number(Text(2), "stratum_rows", row), ReadShare(expected is null ? null : sample[expected][row], row), Text(3), ReadVerdict(Text(4), row), [.. context.Select(c => sample[c][row])]);
        });
        return new([.. context.Select(static c => c.Name)], [.. lines]);
    }

    private static long Number(string text, string column, int line) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= 0
        ? number
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Line {line + 2} of the sheet has '{text}' as its {column}, which is no number."));

    private static double? ReadShare(string? text, int line) => string.IsNullOrEmpty(text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Line {line + 2} of the sheet has '{text}' as its {ExpectedColumn}, which is no share from 0 to 1."));

    private static AuditVerdict? ReadVerdict(string text, int line) => text.Trim().ToLowerInvariant() switch
    {
        "" => null,
        "right" or "correct" or "true" or "yes" or "y" or "ok" or "1" => AuditVerdict.Right,
        "wrong" or "incorrect" or "false" or "no" or "n" or "0" => AuditVerdict.Wrong,
        "unsure" or "?" or "u" => AuditVerdict.Unsure,
        _ => throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Line {line + 2} of the sheet has the verdict '{text}'; write right, wrong or unsure.")),
    };
}
