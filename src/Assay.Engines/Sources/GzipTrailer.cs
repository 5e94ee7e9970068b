using System.Buffers.Binary;
using System.IO.Hashing;

namespace Assays.Engines.Sources;

/// <summary>
/// Holds what was unpacked to the last eight bytes of a gzip file: the check sum and the length, modulo 2^32, of its last member (RFC 1952, 2.3.1).
/// .NET's reader takes a file that is cut short for one that ends there.
/// </summary>
internal static class GzipTrailer
{
    private const int Size = 8;

    /// <param name="packed">The packed file.</param>
    /// <param name="path">What was unpacked from it.</param>
    /// <exception cref="InvalidDataException">They do not fit each other.</exception>
    public static async Task CheckAsync(FileStream packed, string path, CancellationToken cancellationToken)
    {
        var trailer = new byte[Size];
        if (packed.Length < Size) throw new EndOfStreamException();
        packed.Position = packed.Length - Size;
        await packed.ReadExactlyAsync(trailer, cancellationToken);
        var (sum, length) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), (long)BinaryPrimitives.ReadUInt32LittleEndian(trailer.AsSpan(4)));

        await using var plain = File.OpenRead(path);
        // One member of more than 4 GiB tells its length without the high bits.
        var begin = plain.Length - length;
        if (begin < 0 || !(await SumAsync(begin) == sum || begin >= 1L << 32 && await SumAsync(begin % (1L << 32)) == sum))
        {
            throw new InvalidDataException("The archive ends before its data do.");
        }

        async Task<uint> SumAsync(long from)
        {
            var crc = new Crc32();
            plain.Position = from;
            await crc.AppendAsync(plain, cancellationToken);
            return crc.GetCurrentHashAsUInt32();
        }
    }
}
