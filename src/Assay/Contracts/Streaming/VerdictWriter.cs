using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assays.Contracts.Streaming;

/// <summary>
/// Writes a verdict a row as NDJSON: <c>{"row":7,"valid":false,"broken":["'age' is from 0 to 120"]}</c>. <c>broken</c> has the demands that
/// make the row invalid, <c>warnings</c> those that it breaks and stays valid. The row's number is 0-based, the header not counted.
/// </summary>
public sealed class VerdictWriter(RowJudge judge, Stream stream)
{
    private const int Full = 1 << 16;

    private readonly ArrayBufferWriter<byte> _bytes = new(2 * Full);
    private readonly byte[][] _titles = [.. judge.Demands.Select(static d => Quoted(d.Title))];
    private readonly bool[] _rejects = [.. judge.Demands.Select(RowJudge.Rejects)];

    public long Rows { get; private set; }

    /// <summary>Rows that are not valid.</summary>
    public long Invalid { get; private set; }

    /// <summary>Writes the verdict on the next row.</summary>
    /// <param name="fault">Why the row could not be read; none when it could.</param>
    /// <param name="broken">The positions of the demands that it breaks.</param>
    public ValueTask WriteAsync(string? fault, List<int> broken, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(broken);
        var isValid = fault is null && !broken.Exists(demand => _rejects[demand]);
        Append("{\"row\":"u8);
        Utf8Formatter.TryFormat(Rows++, _bytes.GetSpan(20), out var digits);
        _bytes.Advance(digits);
        Append(isValid ? ",\"valid\":true"u8 : ",\"valid\":false"u8);
        if (!isValid)
        {
            Invalid++;
            Append(",\"broken\":["u8);
            var isFirst = fault is null;
            if (fault is not null) Append(Quoted(fault));
            AppendTitles(broken, rejecting: true, isFirst);
            Append("]"u8);
        }

        if (broken.Exists(demand => !_rejects[demand]))
        {
            Append(",\"warnings\":["u8);
            AppendTitles(broken, rejecting: false, isFirst: true);
            Append("]"u8);
        }

        Append("}\n"u8);
        return _bytes.WrittenCount >= Full ? FlushAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    /// <summary>Hands on what was written so far.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_bytes.WrittenCount == 0) return;
        await stream.WriteAsync(_bytes.WrittenMemory, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        _bytes.ResetWrittenCount();
    }

    private void AppendTitles(List<int> broken, bool rejecting, bool isFirst)
    {
        foreach (var demand in broken)
        {
            if (_rejects[demand] != rejecting) continue;
            if (!isFirst) Append(","u8);
            Append(_titles[demand]);
            isFirst = false;
        }
    }

    private void Append(ReadOnlySpan<byte> text) => _bytes.Write(text);

    private static byte[] Quoted(string text) => Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");
}
