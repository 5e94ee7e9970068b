using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Assays.Data;

/// <summary>
/// Takes the texts of one column as they come and keeps each distinct one once, so that a repeated value costs four bytes. Texts are told apart
/// as UTF-8, as engines hand them over: only a distinct one becomes a string.
/// </summary>
/// <param name="column">The column.</param>
public sealed class ColumnEncoder(Column column)
{
    // Nobody can make texts that collide under a seed that he does not know. No result depends on it.
    private static readonly long Seed = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));

    private readonly ImmutableArray<string>.Builder _values = ImmutableArray.CreateBuilder<string>();
    private readonly List<uint> _hashes = [];
    private readonly List<int> _codes = [];

    /// <summary>A hash table with linear probing, at most half full: in a slot one more than a code, or 0 where it is free.</summary>
    private int[] _slots = new int[64];

    /// <summary>Adds the next row's text; null and empty are missing.</summary>
    public void Add(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Add([]);
            return;
        }

        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        Add(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
        ArrayPool<byte>.Shared.Return(utf8);
    }

    /// <summary>Adds the next row's text as UTF-8; empty is missing.</summary>
    public void Add(ReadOnlySpan<byte> utf8) => _codes.Add(utf8.IsEmpty ? SampledColumn.Missing : CodeOf(utf8));

    /// <summary>The column of the texts that were added.</summary>
    public SampledColumn Encode() => new(column, _values.ToImmutable(), [.. _codes]);

    private int CodeOf(ReadOnlySpan<byte> utf8)
    {
        var hash = (uint)XxHash3.HashToUInt64(utf8, Seed);
        var last = (uint)_slots.Length - 1;
        var slot = hash & last;
        while (_slots[slot] is var code and > 0)
        {
            if (_hashes[code - 1] == hash && IsSame(utf8, _values[code - 1])) return code - 1;
            slot = (slot + 1) & last;
        }

        _values.Add(Encoding.UTF8.GetString(utf8));
        _hashes.Add(hash);
        _slots[slot] = _values.Count;
        if (2 * _values.Count > _slots.Length) Grow();
        return _values.Count - 1;
    }

    private static bool IsSame(ReadOnlySpan<byte> utf8, string text) =>
        Ascii.Equals(utf8, text) || !Ascii.IsValid(utf8) && string.Equals(Encoding.UTF8.GetString(utf8), text, StringComparison.Ordinal);

    private void Grow()
    {
        _slots = new int[4 * _slots.Length];
        var last = (uint)_slots.Length - 1;
        for (var code = 0; code < _hashes.Count; code++)
        {
            var slot = _hashes[code] & last;
            while (_slots[slot] != 0) slot = (slot + 1) & last;
            _slots[slot] = code + 1;
        }
    }
}
