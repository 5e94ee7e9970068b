using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Reports;

/// <content>Suspicious cells in the context of their rows, and suspicious rows.</content>
public sealed partial class HtmlReport
{
    private const int ContextColumns = 8;

    private static Html Context(Assessment assessment, Finding finding)
    {
        var suspects = finding.Cells.ToLookup(static c => c.Row);
        var numbers = finding.RowsToShow.Order().ToImmutableArray();
        if (numbers.IsEmpty) return Html.Empty;

        var columns = Around(assessment.Schema, finding);
        var rows = numbers.Select(row => ContextRow(assessment, columns, row, [.. suspects[row]], hasReasons: suspects.Count > 0));
        return Html.Of(
            $"""
             <div class="scroll" role="region" tabindex="0" aria-label="Suspicious {(suspects.Count == 0 ? "rows" : "cells in their rows")}">
             <table class="context">
             <thead><tr><th scope="col" class="number">Row</th>{Html.Join(columns.Select(c => Html.Of($"""<th scope="col"{Html.If(finding.Columns.Contains(c), static () => Html.Of($" class=\"about\""))}>{NameOf(c.Label, 40)}</th>""")))}{Html.If(suspects.Count > 0, static () => Html.Of($"""<th scope="col">Why</th>"""))}</tr></thead>
             <tbody>{Html.Join(rows)}</tbody>
             </table>
             </div>
             {More(finding, numbers.Sum(row => suspects[row].Count()), numbers.Length)}
             """);
    }

    private static Html More(Finding finding, int cells, int rows)
    {
        if (finding.Cells.IsEmpty) return Html.If(finding.AffectedRows > rows, () => Html.Of($"""<p class="more">The first {Legible.Count(rows, "row")} of {Legible.Count(finding.AffectedRows)}.</p>"""));
        return Html.If(finding.AffectedCells > cells, () => Html.Of($"""<p class="more">The {Legible.Count(cells, "most suspicious cell")} of {Legible.Count(finding.AffectedCells)}. The file that --cells writes has {(finding.AffectedCells > finding.Cells.Length ? "more" : "all")} of them.</p>"""));
    }

    private static Html ContextRow(Assessment assessment, ImmutableArray<Column> columns, long row, ImmutableArray<SuspectCell> suspects, bool hasReasons)
    {
        var texts = assessment.Excerpt.Rows.GetValueOrDefault(row);
        var cells = columns.Select(column =>
        {
            var suspect = suspects.FirstOrDefault(cell => cell.Column.Ordinal == column.Ordinal);
            if (suspect is null) return Html.Of($"<td>{(texts.IsDefault ? Html.Of($"""<span class="unknown">·</span>""") : Value(texts[column.Ordinal]))}</td>");
            var repair = suspect.Repair is { } mended ? Html.Of($"<ins><span class=\"unseen\">should be </span>{Value(mended.Value)}</ins>") : Html.Empty;
            return Html.Of($"""<td class="suspect"><mark>{Value(suspect.Value)}</mark>{repair}</td>""");
        });
        var why = Html.If(hasReasons, () => Html.Of($"""<td class="why">{Legible.Of(suspects.MaxBy(static cell => cell.Confidence)?.Reason ?? "", 160)}</td>"""));
        var line = assessment.Structure.FirstRecordLine is { } first ? Html.Of($"""<span class="line">line {Legible.Count(first + row)}</span>""") : Html.Empty;
        return Html.Of($"""<tr><th scope="row" class="number">{Legible.Count(row)}{line}</th>{Html.Join(cells)}{why}</tr>""");
    }

    private static Html Value(string? text) => text is null
        ? Html.Of($"""<span class="missing">empty</span>""")
        : string.IsNullOrWhiteSpace(text)
            ? Html.Of($"""<span class="missing">{Legible.Count(text.Length, "blank")}</span>""")
            : Html.Of($"<bdi{Html.If(text.Length > 28, static () => Html.Of($" class=\"long\""))}>{Legible.Of(text, 60)}</bdi>");

    /// <summary>The finding's columns and their neighbours, in the order of the source; the first column of a table often names the row.</summary>
    private static ImmutableArray<Column> Around(Schema schema, Finding finding)
    {
        var suspects = finding.Cells.Select(static c => c.Column).Concat(finding.Columns).DistinctBy(static c => c.Ordinal).Take(ContextColumns).ToList();
        var chosen = suspects.Select(static c => c.Ordinal).ToHashSet();
        if (chosen.Count < ContextColumns && schema.Columns.Length > 0) chosen.Add(0);
        var main = suspects.Count > 0 ? suspects[0].Ordinal : 0;
        foreach (var column in schema.Columns.OrderBy(c => Math.Abs(c.Ordinal - main)).ThenBy(static c => c.Ordinal))
        {
            if (chosen.Count >= ContextColumns) break;
            chosen.Add(column.Ordinal);
        }

        return [.. chosen.Order().Select(at => schema.Columns[at])];
    }
}
