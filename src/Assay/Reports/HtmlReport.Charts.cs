using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Assays.Profiling;

namespace Assays.Reports;

/// <content>The data of the charts, as JSON that cannot end its element.</content>
public sealed partial class HtmlReport
{
    private const int ChartBytes = 180_000;
    private const int ChartValues = 8;
    private const int HeatColumns = 20;

    // Encodes < > & and quotes, so that no value can close the script element.
    private static readonly JsonWriterOptions ChartOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static bool HasChart(ColumnProfile column) => column.Numeric is { Histogram.IsEmpty: false } || column.TopValues is [{ Count: > 1 }, ..];

    private static Html ChartData(Assessment assessment)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ChartOptions))
        {
            json.WriteStartObject();
            json.WriteStartObject("columns");
            foreach (var column in assessment.Profile.Columns.Where(HasChart))
            {
                if (stream.Length + json.BytesPending > ChartBytes) break;
                json.WriteStartObject(column.Column.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture));
                json.WriteString("name", Legible.Of(column.Column.Label, 60));
                if (column.Numeric is { Histogram.IsEmpty: false } numeric) WriteBins(json, numeric);
                else WriteValues(json, column, (long)Math.Round(assessment.Profile.SampleRows * (1 - column.MissingShare)));
                json.WriteEndObject();
                json.Flush();
            }

            json.WriteEndObject();
            WriteAssociations(json, assessment.Profile.Relations);
            json.WriteEndObject();
        }

        return Html.Verbatim(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WriteBins(Utf8JsonWriter json, NumericProfile numeric)
    {
        json.WriteStartArray("bins");
        foreach (var bin in numeric.Histogram.Where(static b => double.IsFinite(b.Low) && double.IsFinite(b.High)))
        {
            json.WriteStartArray();
            json.WriteNumberValue(Significant.Round(bin.Low));
            json.WriteNumberValue(Significant.Round(bin.High));
            json.WriteNumberValue(bin.Count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter json, ColumnProfile column, long rows)
    {
        json.WriteNumber("rows", rows);
        json.WriteStartArray("values");
        foreach (var (value, count) in column.TopValues.Take(ChartValues))
        {
            json.WriteStartArray();
            json.WriteStringValue(Legible.Of(value, 24));
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteAssociations(Utf8JsonWriter json, Relations relations)
    {
        var columns = HeatMap(relations).Select(static (column, at) => (column, at)).ToDictionary(static c => c.column.Ordinal, static c => c.at);
        json.WriteStartObject("associations");
        json.WriteStartArray("names");
        foreach (var column in HeatMap(relations)) json.WriteStringValue(Legible.Of(column.Label, 24));
        json.WriteEndArray();
        json.WriteStartArray("pairs");
        foreach (var pair in relations.Associations.Where(a => double.IsFinite(a.Strength) && columns.ContainsKey(a.Left.Ordinal) && columns.ContainsKey(a.Right.Ordinal)))
        {
            json.WriteStartArray();
            json.WriteNumberValue(columns[pair.Left.Ordinal]);
            json.WriteNumberValue(columns[pair.Right.Ordinal]);
            json.WriteNumberValue(Math.Round(pair.Strength, 3));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The columns of the strongest associations, in the order of the source.</summary>
    private static IEnumerable<Data.Column> HeatMap(Relations relations) => relations.Associations
        .OrderByDescending(static a => double.IsFinite(a.Strength) ? Math.Abs(a.Strength) : 0).SelectMany(static a => new[] { a.Left, a.Right })
        .DistinctBy(static c => c.Ordinal).Take(HeatColumns).OrderBy(static c => c.Ordinal);
}
