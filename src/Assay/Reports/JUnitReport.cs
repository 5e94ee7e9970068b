using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Assays.Findings;

namespace Assays.Reports;

/// <summary>
/// The assessment as JUnit XML, which every pipeline shows: a test case a check, failed by its errors and warnings. Notes do not fail;
/// a check that did not apply is skipped, one that broke is an error.
/// </summary>
public sealed class JUnitReport : IReportFormat
{
    private const int MaxFindings = 20;

    private static readonly XmlWriterSettings Settings = new()
    {
        Async = true, Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = true, CloseOutput = false,
    };

    public string Name => "junit";

    public string Description => "Write JUnit XML: a test case a check.";

    public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
    {
        var shown = Discretion.Apply(assessment);
        await using var xml = XmlWriter.Create(stream, Settings);
        var cases = shown.Outcomes.GroupBy(static o => (o.Rule.Name, o.Rule.Title)).ToImmutableArray();
        var several = cases.GroupBy(static c => c.Key.Name).Where(static g => g.Count() > 1).Select(static g => g.Key).ToHashSet(StringComparer.Ordinal);
        var totals = new[]
        {
            ("tests", cases.Length), ("failures", cases.Count(static c => Failing(c).Any())), ("errors", cases.Count(static c => c.OfType<Outcome.Failed>().Any())),
            ("skipped", cases.Count(static c => c.All(static o => o is Outcome.Skipped))),
        };
        var seconds = shown.Timings.Sum(static t => t.Elapsed.TotalSeconds);

        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        WriteTotals(xml, "assay", totals, seconds);
        xml.WriteStartElement("testsuite");
        WriteTotals(xml, Legible.Of(shown.Source), totals, seconds);
        xml.WriteStartElement("properties");
        WriteProperty(xml, "grade", shown.Grade.Overall.Letter.ToString());
        WriteProperty(xml, "score", shown.Grade.Overall.Value.ToString("0.0", CultureInfo.InvariantCulture));
        WriteProperty(xml, "rows", shown.Profile.Rows.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        foreach (var outcomes in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteCase(xml, outcomes, several.Contains(outcomes.Key.Name));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
        await xml.FlushAsync();
    }

    private static IEnumerable<Finding> Failing(IEnumerable<Outcome> outcomes) =>
        outcomes.OfType<Outcome.Ran>().SelectMany(static ran => ran.Findings).Where(static f => f.Severity > Severity.Note);

    private static void WriteTotals(XmlWriter xml, string name, (string Name, int Count)[] totals, double seconds)
    {
        xml.WriteAttributeString("name", name);
        foreach (var (total, count) in totals) xml.WriteAttributeString(total, count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", seconds.ToString("0.###", CultureInfo.InvariantCulture));
    }

    private static void WriteProperty(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, IEnumerable<Outcome> outcomes, bool needsTitle)
    {
        var rule = outcomes.First().Rule;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"assay.{rule.Dimension}");
        xml.WriteAttributeString("name", $"{rule.Id} {rule.Name}{(needsTitle ? $": {Legible.Of(rule.Title)}" : "")}");
        var failing = Failing(outcomes).ToImmutableArray();
        if (failing.Length > 0)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", failing.Length == 1 ? Message(failing[0]) : $"{failing.Length} findings, the worst: {Message(failing[0])}");
            xml.WriteAttributeString("type", Words.Of(failing.Max(static f => f.Severity)));
            xml.WriteString(string.Join('\n', failing.Take(MaxFindings).Select(Detail)));
            xml.WriteEndElement();
        }

        foreach (var failed in outcomes.OfType<Outcome.Failed>()) WriteEnd(xml, "error", failed.Error);
        if (outcomes.All(static o => o is Outcome.Skipped)) WriteEnd(xml, "skipped", ((Outcome.Skipped)outcomes.First()).Reason);
        xml.WriteEndElement();
    }

    private static void WriteEnd(XmlWriter xml, string element, string message)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", Legible.Of(message, 500));
        xml.WriteEndElement();
    }

    private static string Message(Finding finding) => Legible.Of(finding.Explanation, 500);

    private static string Detail(Finding finding)
    {
        var cells = finding.Cells.Take(5).Select(static cell => $"\n    row {cell.Row}, {Legible.Of(cell.Column.Label, 60)}: {Legible.Of(cell.Value ?? "(empty)", 80)}");
        return $"{Words.Of(finding.Severity)}: {Message(finding)} [{Legible.Of(finding.Id)}, {Legible.Count(finding.AffectedRows, "row")}]{string.Concat(cells)}";
    }
}
