using System.Collections.Immutable;

namespace Assays.Statistics;

/// <summary>
/// The smallest hashes of a set's values (Bar-Yossef et al. 2002): enough to estimate how many distinct values there are, with a standard error
/// of about 13 %, and how alike two sets are. The values cannot be read back, but a guessed value can be tested.
/// </summary>
/// <param name="Smallest">At most <see cref="Capacity"/> hashes, ascending.</param>
public sealed record DistinctSketch(ImmutableArray<ulong> Smallest)
{
    public const int Capacity = 64;

    private const int BytesOfOne = 6;

    /// <summary>The six leading bytes of each hash.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[BytesOfOne * Smallest.Length];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(Smallest[i / BytesOfOne] >> (56 - 8 * (i % BytesOfOne)));
        return bytes;
    }

    /// <summary>What <see cref="ToBytes"/> wrote; whatever else is made valid.</summary>
    public static DistinctSketch OfBytes(ReadOnlySpan<byte> bytes)
    {
        var hashes = new ulong[bytes.Length / BytesOfOne];
        for (var i = 0; i < hashes.Length; i++)
        {
            foreach (var part in bytes.Slice(BytesOfOne * i, BytesOfOne)) hashes[i] = (hashes[i] << 8) | part;
            hashes[i] <<= 16;
        }

        return new([.. hashes.Distinct().Order().Take(Capacity)]);
    }

    /// <summary>About how many distinct values there are; exact below <see cref="Capacity"/>.</summary>
    public double Estimate => Smallest.Length < Capacity ? Smallest.Length : (Capacity - 1) / ((double)Smallest[^1] / ulong.MaxValue);

    public static DistinctSketch Of(IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([.. values.Select(Hash).Distinct().Order().Take(Capacity)]);
    }

    public static DistinctSketch operator +(DistinctSketch left, DistinctSketch right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new([.. left.Smallest.Union(right.Smallest).Order().Take(Capacity)]);
    }

    /// <summary>The share of values of both sets together that are in both, 0 to 1 (Jaccard).</summary>
    public double Likeness(DistinctSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var united = (this + other).Smallest;
        return united.IsEmpty ? 1 : (double)united.Count(hash => Smallest.BinarySearch(hash) >= 0 && other.Smallest.BinarySearch(hash) >= 0) / united.Length;
    }

    /// <summary>48 bits are enough to tell values apart; a file keeps no more.</summary>
    private const ulong LeftOut = 0xFFFF;

    // FNV-1a over UTF-16 and the finisher of SplitMix64, so that it is the same on every machine.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text) hash = (hash ^ letter) * 1099511628211UL;
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9UL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebUL;
        return (hash ^ (hash >> 31)) & ~LeftOut;
    }
}
