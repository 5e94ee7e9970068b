using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Assays.Data;

namespace Assays.Engines.Sources.Json;

/// <summary>The records of a JSON file, one at a time, so that memory does not grow with an array or with lines.</summary>
internal sealed class JsonRecords
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };
    private static readonly JsonSerializerOptions LenientElements = new() { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };
    private readonly Shape _shape;
    private readonly string? _path;

    private JsonRecords(SourceFile file, Shape shape, string? path) => (File, _shape, _path) = (file, shape, path);

    private enum Shape { Array, Lines, Values, Document }

    public SourceFile File { get; }

    public bool IsByLine => _shape == Shape.Lines;

    /// <param name="file">A UTF-8 file.</param>
    /// <param name="path">The member that holds the records, names joined by dots; chosen by itself when none is given.</param>
    public static JsonRecords In(SourceFile file, string? path)
    {
        var head = file.Head.Span.TrimStart("\uFEFF \t\r\n"u8);
        if (path is not null) return new(file, Shape.Document, path);
        if (head.Length > 0 && head[0] == '[' && !FirstLineIsWhole(head)) return new(file, Shape.Array, null);
        if (FirstLineIsWhole(head)) return new(file, HasMoreLines(head) ? Shape.Lines : head[0] == '[' ? Shape.Array : Shape.Document, null);
        return new(file, HasMoreValues(file) ? Shape.Values : Shape.Document, null);
    }

    /// <summary>Reads the records from the start; none for a line that is no JSON.</summary>
    public IAsyncEnumerable<JsonElement?> ReadAsync(CancellationToken cancellationToken) => _shape switch
    {
        Shape.Lines => ReadLinesAsync(cancellationToken),
        Shape.Document => ReadDocumentAsync(cancellationToken),
        _ => ReadValuesAsync(cancellationToken),
    };

    private async IAsyncEnumerable<JsonElement?> ReadValuesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = Open();
        await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(
            stream, topLevelValues: _shape == Shape.Values, LenientElements, cancellationToken))
        {
            yield return element;
        }
    }

    private async IAsyncEnumerable<JsonElement?> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Open(), Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            JsonElement? element = null;
            try
            {
                using var document = JsonDocument.Parse(line, Lenient);
                element = document.RootElement.Clone();
            }
            catch (JsonException)
            {
                // Told as an unreadable record.
            }

            yield return element;
        }
    }

    private async IAsyncEnumerable<JsonElement?> ReadDocumentAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = Open();
        using var document = await JsonDocument.ParseAsync(stream, Lenient, cancellationToken);
        var found = _path is null ? JsonTables.Main(document.RootElement) : JsonTables.At(document.RootElement, _path, File.Name);
        if (found.ValueKind != JsonValueKind.Array)
        {
            yield return found;
            yield break;
        }

        foreach (var element in found.EnumerateArray())
        {
            yield return element;
        }
    }

    private FileStream Open()
    {
        var stream = new FileStream(File.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, useAsync: false);
        if (File.BeginsWith([0xEF, 0xBB, 0xBF])) stream.Position = 3;
        return stream;
    }

    private static bool FirstLineIsWhole(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        var line = (end < 0 ? head : head[..end]).TrimEnd("\r \t"u8);
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 });
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasMoreLines(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        return end >= 0 && !head[end..].Trim(" \t\r\n"u8).IsEmpty;
    }

    /// <summary>Whether a second value follows the first.</summary>
    private static bool HasMoreValues(SourceFile file)
    {
        var head = file.Head.Span.TrimStart("\uFEFF \t\r\n"u8);
        var reader = new Utf8JsonReader(head, isFinalBlock: false, new JsonReaderState(new() { AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 }));
        try
        {
            return reader.Read() && reader.TrySkip() && reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
