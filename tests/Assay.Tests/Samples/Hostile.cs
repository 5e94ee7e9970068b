using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Grading;
using Assays.Profiling;
using Assays.Reports;

namespace Assays.Tests;

/// <summary>An assessment in which one text stands everywhere that a source's text can stand.</summary>
internal static class Hostile
{
    /// <summary>Texts that break out of careless reports.</summary>
    public static TheoryData<string> Texts { get; } =
    [
        "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "]]>", "-->", "\"; drop table", "'\"><b>", "=cmd()|'/c calc'!A1", "+1", "-1+2", "@SUM(A1)",
        "\tx", "\rx", "a\r\nb\n\nc", "a,b", "\u202Eevil\u202C", "nul\0nul", "\u001B[31mred\u001B[0m", "\uD800lone", "lone\uDC00", "\uFFFE\uFFFF", "|--|`x`*_[a](http://x)", "%0A::error::x",
        "::warning::x", "##vso[task.complete result=Failed;]", "[bold]markup[/]", "[/]", "{0} {{1}}", "&amp;&lt;", "日本語 العربية", "👩‍👩‍👧", " ", new string('x', 100_000),
    ];

    public static Assessment Of(string text)
    {
        var column = new Column(0, text, "c0", ColumnKind.Text);
        var rule = new Rule("AS0101", "missing-values", "Missing values", Dimension.Completeness, Severity.Error);
        var finding = new Finding(rule, [column], text)
        {
            Aspect = text, Title = text, Evidence = [new(text, text), new("share", double.NaN)], AffectedRows = 1, AffectedCells = 1,
            Cells = [new(0, column, text, 0.9, text, new(text))], Repair = new(text, true),
        };
        var profile = new Profile(1, 1, 0,
            [
                new(column)
                {
                    Present = 1, SemanticDetail = text, TopValues = [new(text, 1)], Masks = [new(text, 1)], Disguised = [new(text, 1, 1, text)],
                    Temporal = new(DateTime.MinValue, DateTime.MaxValue, [new(text, 1)]),
                    Numeric = new(double.MinValue, double.MaxValue, double.NaN, double.PositiveInfinity, Basis.Exact) { Histogram = [new(0, 1, 1)] },
                },
            ],
            new() { Keys = [new([column], 1)], Dependencies = [new([column], column, 1, 0, 1, 1)], Associations = [new(column, column, "spearman", double.NaN)] });
        return new(
            text, new(text) { Faults = [new(StructureFaultKind.BadBytes, 1, [0], text) { Column = column }], FirstRecordLine = 2 }, new([column]), profile,
            [new Outcome.Ran(rule, [finding]), new Outcome.Skipped(rule, text), new Outcome.Failed(rule, text)], [finding],
            new(new(50), [new(Dimension.Completeness, new(50))], [new(finding.Id, Dimension.Completeness, 50, 50)]), [new(text, [text])],
            new(ImmutableSortedDictionary.CreateRange<long, ImmutableArray<string?>>([new(0, [text])])), [new("open", TimeSpan.Zero)])
        {
            Target = column,
        };
    }
}
