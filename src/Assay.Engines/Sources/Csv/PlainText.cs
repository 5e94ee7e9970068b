using System.Text;
using Assays.Data;
using Assays.Engines.DuckDb;

namespace Assays.Engines.Sources.Csv;

/// <summary>A text file brought to UTF-8, with its dialect and what a pass over all its bytes told.</summary>
/// <param name="Path">The user's file where it is UTF-8, else a staged copy.</param>
/// <param name="Mark">The length of the byte order mark.</param>
/// <param name="Head">The first bytes behind the mark, cut at a line's end.</param>
/// <param name="EncodingName">The encoding for people.</param>
/// <param name="HasBadBytes">Whether bytes were no characters and became U+FFFD.</param>
internal sealed record PlainText(
    string Path, int Mark, ReadOnlyMemory<byte> Head, CsvDialect Dialect, TextSurvey Survey, string EncodingName, bool HasBadBytes)
{
    private const int HeadBytes = 1 << 18;

    /// <summary>Opens the text at a byte behind its mark.</summary>
    public Stream Open(long offset)
    {
        var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        stream.Position = Mark + offset;
        return stream;
    }

    public static async Task<PlainText> OfAsync(SourceFile file, DuckDbSession session, CancellationToken cancellationToken)
    {
        var wide = TextEncoding.OfHead(file.Head.Span, out var mark);
        var name = wide is null ? mark == 3 ? "UTF-8 with byte order mark" : "UTF-8" : wide.WebName.ToUpperInvariant();
        if (wide is not null)
        {
            var copy = await ConvertAsync(file, mark, wide, session, cancellationToken);
            return Look(copy, 0, name, hasBadBytes: false, cancellationToken);
        }

        var text = Look(file, mark, name, hasBadBytes: false, cancellationToken);
        if (text.Survey.IsUtf8) return text;

        Encoding? foreign;
        await using (var stream = text.Open(0))
        {
            foreign = TextEncoding.OfForeign(stream, text.Survey);
        }

        var mended = await ConvertAsync(file, mark, foreign ?? Encoding.UTF8, session, cancellationToken);
        return Look(mended, 0, foreign?.WebName ?? name, hasBadBytes: foreign is null, cancellationToken);
    }

    private static PlainText Look(SourceFile file, int mark, string encoding, bool hasBadBytes, CancellationToken cancellationToken)
    {
        var head = file.Head[mark..];
        if (head.Length > HeadBytes) head = head[..HeadBytes];
        if (mark + head.Length < file.Bytes && head.Span.LastIndexOf((byte)'\n') is var end and > 0) head = head[..(end + 1)];
        var dialect = DialectGuess.Of(head, file.Extension);
        using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        stream.Position = mark;
        return new(file.Path, mark, head, dialect, TextSurvey.Of(stream, dialect, cancellationToken), encoding, hasBadBytes);
    }

    private static async Task<SourceFile> ConvertAsync(
        SourceFile file, int mark, Encoding encoding, DuckDbSession session, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file.Path);
        stream.Position = mark;
        var path = await TextEncoding.ToUtf8Async(stream, encoding, session.NewFile(".txt"), cancellationToken);
        return await SourceFile.OpenAsync(path, file.Name, cancellationToken);
    }
}
