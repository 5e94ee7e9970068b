using System.Text;
using System.Text.Unicode;

namespace Assays.Engines.Sources.Csv;

/// <summary>
/// What one fast pass over all bytes of a text file tells: whether they are UTF-8, and whether anything in them needs the tolerant reader
/// because the engine's own would refuse it or read it otherwise.
/// </summary>
internal sealed record TextSurvey
{
    private const int BlockBytes = 1 << 21;

    public long Bytes { get; private set; }

    /// <summary>Line feeds, and one more where the last line has none.</summary>
    public long Lines { get; private set; }

    /// <summary>Bytes that belong to no UTF-8 character.</summary>
    public long BadBytes { get; private set; }

    /// <summary>UTF-8 characters of more than one byte.</summary>
    public long LongCharacters { get; private set; }

    public long NulBytes { get; private set; }

    /// <summary>Whether lines end in CR LF; otherwise in LF.</summary>
    public bool EndsInCrLf { get; private set; }

    /// <summary>Carriage returns that are not part of the file's line ends, or line ends of both kinds.</summary>
    public bool HasStrayCarriageReturns { get; private set; }

    public bool HasBlankLines { get; private set; }

    /// <summary>A line of more than 2 MiB.</summary>
    public bool HasHugeLine { get; private set; }

    /// <summary>Spaces between a quote and a delimiter, which the engine would trim.</summary>
    public bool HasSpacedQuotes { get; private set; }

    public bool HasQuotes { get; private set; }

    public bool IsUtf8 => BadBytes == 0;

    /// <summary>Surveys a file.</summary>
    /// <param name="stream">The file from behind its byte order mark.</param>
    /// <param name="dialect">How its fields are separated.</param>
    public static TextSurvey Of(Stream stream, CsvDialect dialect, CancellationToken cancellationToken)
    {
        var survey = new TextSurvey();
        var (returns, crLf, feeds) = (0L, 0L, 0L);
        byte[][] spaced =
        [
            [dialect.Delimiter, (byte)' ', dialect.Quote], [dialect.Quote, (byte)' ', dialect.Delimiter],
            [dialect.Quote, (byte)' ', (byte)'\n'], [dialect.Quote, (byte)' ', (byte)'\r'], [(byte)'\n', (byte)' ', dialect.Quote],
        ];
        var buffer = new byte[BlockBytes];
        var (filled, last) = (0, (byte)'\n');
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            if (filled == 0) break;
            // Blocks end behind a line feed, so that no character and no line end is cut in two.
            var end = read == 0 ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end == 0)
            {
                if (filled < buffer.Length) continue;
                survey.HasHugeLine = true;
                end = CharacterEnd(buffer.AsSpan(0, filled));
            }

            var block = buffer.AsSpan(0, end);
            survey.Bytes += end;
            survey.CountCharacters(block);
            survey.NulBytes += block.Count((byte)0);
            feeds += block.Count((byte)'\n');
            if (block.Contains((byte)'\r'))
            {
                returns += block.Count((byte)'\r');
                crLf += block.Count("\r\n"u8);
            }

            survey.HasBlankLines |= last == '\n' && block[0] is (byte)'\n' or (byte)'\r' || block.IndexOf("\n\n"u8) >= 0 || block.IndexOf("\n\r"u8) >= 0;
            if (block.Contains(dialect.Quote))
            {
                survey.HasQuotes = true;
                survey.HasSpacedQuotes |= block.StartsWith([(byte)' ', dialect.Quote]);
                foreach (var pattern in spaced)
                {
                    survey.HasSpacedQuotes |= block.IndexOf(pattern) >= 0;
                }
            }

            last = block[^1];
            buffer.AsSpan(end, filled - end).CopyTo(buffer);
            filled -= end;
            if (read == 0) break;
        }

        survey.Lines = feeds + (last == '\n' ? 0 : 1);
        survey.EndsInCrLf = crLf > 0 && crLf == feeds;
        survey.HasStrayCarriageReturns = returns != crLf || crLf > 0 && crLf != feeds;
        return survey;
    }

    private static int CharacterEnd(ReadOnlySpan<byte> block)
    {
        var end = block.Length;
        while (end > block.Length - 4 && (block[end - 1] & 0xC0) == 0x80) end--;
        return end > 1 && block[end - 1] >= 0xC0 ? end - 1 : block.Length;
    }

    private void CountCharacters(ReadOnlySpan<byte> block)
    {
        if (Ascii.IsValid(block)) return;
        if (Utf8.IsValid(block) && BadBytes == 0)
        {
            // Lead bytes: how many matters only beside bad ones, so a lower bound is enough.
            LongCharacters++;
            return;
        }

        while (!block.IsEmpty)
        {
            var ascii = block.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) return;
            block = block[ascii..];
            if (Rune.DecodeFromUtf8(block, out _, out var length) == System.Buffers.OperationStatus.Done) LongCharacters++;
            else BadBytes += length;
            block = block[length..];
        }
    }
}
