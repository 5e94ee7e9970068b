using System.IO.Compression;
using System.Security;
using System.Text;

namespace Assays.Tests.Engines.Sources;

/// <summary>Writes small .xlsx files. A cell is the XML of its value: see <see cref="Text"/>, <see cref="Number"/>, <see cref="Date"/>.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string Text(string text) => $"t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is>";

    public static string Number(string number) => $"><v>{number}</v>";

    /// <param name="serial">Days since the end of 1899.</param>
    public static string Date(string serial) => $"s=\"1\"><v>{serial}</v>";

    public static string Truth(bool truth) => $"t=\"b\"><v>{(truth ? 1 : 0)}</v>";

    public static string Error(string error) => $"t=\"e\"><v>{error}</v>";

    /// <param name="sheets">Each with its rows; null is an empty cell.</param>
    public static byte[] Of(params (string Name, string?[][] Rows, string State, string Merged)[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select(static (s, i) =>
                $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"r{i}\"/>"))}</sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select(static (_, i) =>
                $"<Relationship Id=\"r{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}<Relationship Id=\"s\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
            for (var i = 0; i < sheets.Length; i++) Add($"xl/worksheets/sheet{i}.xml", Sheet(sheets[i].Rows, sheets[i].Merged));

            void Add(string name, string text)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Of(params string?[][] rows) => Of(("Sheet1", rows, "visible", ""));

    private static string Sheet(string?[][] rows, string merged)
    {
        var lines = rows.Select(static (row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => cell is null ? "" : $"<c r=\"{(char)('A' + c)}{r + 1}\" {cell}</c>"))}</row>");
        var merges = merged.Length == 0 ? "" : $"<mergeCells count=\"1\"><mergeCell ref=\"{merged}\"/></mergeCells>";
        return $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(lines)}</sheetData>{merges}</worksheet>";
    }
}
