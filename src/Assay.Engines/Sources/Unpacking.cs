using System.IO.Compression;
using Assays.Data;
using Assays.Engines.DuckDb;
using ZstdSharp;

namespace Assays.Engines.Sources;

/// <summary>Unpacks a file that gzip or zstd packed, told by its first bytes, into the session's folder.</summary>
internal static class Unpacking
{
    private static readonly string[] PackedExtensions = [".gz", ".gzip", ".zst", ".zstd"];

    /// <summary>The name without the extension of a compression.</summary>
    public static string NameInside(string name) =>
        PackedExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? Path.ChangeExtension(name, null) : name;

    public static bool IsPacked(SourceFile file) => IsGzip(file) || IsZstd(file);

    /// <exception cref="InputException">The file is damaged or cut short.</exception>
    public static async Task<SourceFile> UnpackAsync(SourceFile file, DuckDbSession session, CancellationToken cancellationToken)
    {
        var path = session.NewFile(".unpacked");
        try
        {
            await using var packed = File.OpenRead(file.Path);
            await using (Stream plain = IsGzip(file) ? new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true) : new DecompressionStream(packed, leaveOpen: true))
            await using (var copy = File.Create(path))
            {
                await plain.CopyToAsync(copy, cancellationToken);
            }

            if (IsGzip(file)) await GzipTrailer.CheckAsync(packed, path, cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or ZstdException or EndOfStreamException)
        {
            throw new InputException($"'{file.Name}' is a damaged archive and cannot be unpacked.", error);
        }

        return await SourceFile.OpenAsync(path, NameInside(file.Name), cancellationToken) with { Partition = file.Partition };
    }

    private static bool IsGzip(SourceFile file) => file.BeginsWith([0x1F, 0x8B, 0x08]);

    private static bool IsZstd(SourceFile file) => file.BeginsWith([0x28, 0xB5, 0x2F, 0xFD]);
}
