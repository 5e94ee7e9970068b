using System.Collections.Immutable;

namespace Assays.Engines.Sources;

/// <summary>One local file of a source.</summary>
/// <param name="Path">Where the bytes are: the user's file, or a staged copy of what was fetched or unpacked.</param>
/// <param name="Name">How the file is called in messages: what the user typed or what a folder holds.</param>
/// <param name="Head">Its first bytes, by which its format is told.</param>
/// <param name="Bytes">Its length.</param>
public sealed record SourceFile(string Path, string Name, ReadOnlyMemory<byte> Head, long Bytes)
{
    /// <summary>How much of a file is looked at to tell its format and its dialect.</summary>
    internal const int HeadBytes = 1 << 20;

    /// <summary>Columns that the folders of a partitioned table name: <c>year=2024/month=05</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Partition { get; init; } = [];

    /// <summary>The extension in lower case with its dot, without that of a compression.</summary>
    public string Extension => System.IO.Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>Whether the file begins with these bytes.</summary>
    public bool BeginsWith(ReadOnlySpan<byte> magic) => Head.Span.StartsWith(magic);

    /// <summary>Looks at a file.</summary>
    internal static async Task<SourceFile> OpenAsync(string path, string name, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, useAsync: false);
        var head = new byte[(int)Math.Min(HeadBytes, Math.Max(0, stream.Length))];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return new(path, name, head.AsMemory(0, read), stream.Length);
    }
}
