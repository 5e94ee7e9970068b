using System.Text;
using UtfUnknown;

namespace Assays.Engines.Sources.Csv;

/// <summary>Tells the encoding of a text file and brings any to UTF-8.</summary>
internal static class TextEncoding
{
    /// <summary>Bytes beyond ASCII that a guess of a code page is made from.</summary>
    private const int EnoughForeignBytes = 1 << 16;

    static TextEncoding() => RegisterCodePages();

    /// <summary>Makes the code pages of Windows known to the process.</summary>
    public static void RegisterCodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding that the first bytes prove: by a byte order mark, or by the zero bytes of UTF-16 and UTF-32.</summary>
    /// <returns>None for ASCII, UTF-8 and the code pages; <paramref name="mark"/> is the length of a mark.</returns>
    public static Encoding? OfHead(ReadOnlySpan<byte> head, out int mark)
    {
        mark = 0;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            mark = 3;
            return null;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            mark = 4;
            return new UTF32Encoding(bigEndian: false, byteOrderMark: false);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            mark = 4;
            return new UTF32Encoding(bigEndian: true, byteOrderMark: false);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            mark = 2;
            return new UnicodeEncoding(bigEndian: head[0] == 0xFE, byteOrderMark: false);
        }

        return WithoutMark(head);
    }

    /// <summary>
    /// The code page of a file that is not UTF-8: the one whose characters are the likeliest text; none when the file is UTF-8 with a few bad bytes.
    /// </summary>
    public static Encoding? OfForeign(Stream stream, TextSurvey survey)
    {
        if (survey.LongCharacters >= 4 * survey.BadBytes) return null;
        var foreign = ForeignLines(stream);
        var guess = CharsetDetector.DetectFromBytes(foreign).Detected;
        var encoding = guess is { Confidence: > 0.5f } ? guess.Encoding : null;
        // Windows-1252 is Latin-1 with letters where Latin-1 has control characters that text does not hold.
        return encoding is null || encoding.CodePage is 20127 or 28591 or 65001 ? Encoding.GetEncoding(1252) : encoding;
    }

    /// <summary>Whether all bytes are UTF-8.</summary>
    public static async Task<bool> IsUtf8Async(Stream stream, CancellationToken cancellationToken)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, characters) = (new byte[1 << 18], new char[1 << 18]);
        try
        {
            while (await stream.ReadAsync(bytes, cancellationToken) is var read and > 0) decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false);
            decoder.GetChars([], characters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Writes a file anew as UTF-8; bytes that are no characters become U+FFFD.</summary>
    public static async Task<string> ToUtf8Async(Stream stream, Encoding encoding, string path, CancellationToken cancellationToken)
    {
        await using var utf8 = Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
        await using var copy = File.Create(path);
        await utf8.CopyToAsync(copy, 1 << 18, cancellationToken);
        return path;
    }

    /// <summary>UTF-16 without a mark: of ASCII characters every second byte is zero.</summary>
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        var length = Math.Min(head.Length, 4096) & ~1;
        if (length < 4) return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        var pairs = length / 2;
        if (odd * 10 >= pairs * 4 && even * 20 <= pairs) return new(bigEndian: false, byteOrderMark: false);
        return even * 10 >= pairs * 4 && odd * 20 <= pairs ? new(bigEndian: true, byteOrderMark: false) : null;
    }

    /// <summary>The lines that hold bytes beyond ASCII; the others tell nothing about the code page.</summary>
    private static byte[] ForeignLines(Stream stream)
    {
        var lines = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (lines.Length < EnoughForeignBytes && stream.Read(buffer) is var read and > 0)
        {
            var block = buffer.AsSpan(0, read);
            while (block.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var at and >= 0)
            {
                var begin = block[..at].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
                var length = block[at..].IndexOfAny((byte)'\n', (byte)'\r');
                var end = length < 0 ? block.Length : at + length + 1;
                lines.Write(block[begin..end]);
                block = block[end..];
            }
        }

        return lines.ToArray();
    }
}
