using System.Text;

namespace Assays.Reports;

/// <summary>Writes records as RFC 4180 has them, UTF-8 without a byte order mark, lines ended by LF. The stream stays open.</summary>
public sealed class CsvWriter(Stream stream) : IAsyncDisposable
{
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(false), leaveOpen: true);

    public Task WriteAsync(IEnumerable<string> fields, CancellationToken cancellationToken = default) =>
        _writer.WriteAsync($"{string.Join(',', fields.Select(Quote))}\n".AsMemory(), cancellationToken);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
