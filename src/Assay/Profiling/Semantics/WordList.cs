using System.IO.Compression;
using System.Reflection;

namespace Assays.Profiling.Semantics;

/// <summary>
/// A set of words of small Latin letters. It holds hashes of 64 bits in an open table, not the words: half a million cost a few milliseconds
/// to read and 8 MB. That a word which is not in the set is taken for one that is happens once in 10^13 questions.
/// </summary>
public sealed class WordList
{
    private readonly ulong[] _slots;
    private readonly int _mask;

    private WordList(List<ulong> hashes)
    {
        Count = hashes.Count;
        _slots = new ulong[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, hashes.Count + (hashes.Count / 2)))];
        _mask = _slots.Length - 1;
        foreach (var hash in hashes) _slots[Slot(hash)] = hash;
    }

    public int Count { get; }

    /// <summary>A set of some words.</summary>
    public static WordList Of(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new([.. words.Distinct(StringComparer.Ordinal).Select(static word => Hash(word))]);
    }

    public bool Contains(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        return _slots[Slot(hash)] == hash;
    }

    /// <summary>Reads a dictionary that is embedded here: lines with a letter from A for how much of the line before is kept, and what follows.</summary>
    internal static WordList Embedded(string name)
    {
        using var reader = new StreamReader(Open(name));
        var hashes = new List<ulong>();
        Span<char> word = stackalloc char[64];
        while (reader.ReadLine() is { } line)
        {
            var kept = line[0] - 'A';
            line.AsSpan(1).CopyTo(word[kept..]);
            hashes.Add(Hash(word[..(kept + line.Length - 1)]));
        }

        return new(hashes);
    }

    /// <summary>An embedded dictionary's bytes, unpacked.</summary>
    internal static Stream Open(string name) => new BrotliStream(
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The dictionary '{name}' is not embedded."),
        CompressionMode.Decompress);

    private int Slot(ulong hash)
    {
        var at = (int)(hash >> 20) & _mask;
        while (_slots[at] != 0 && _slots[at] != hash) at = (at + 1) & _mask;
        return at;
    }

    // FNV-1a (Fowler, Noll and Vo), with the finisher of SplitMix64 because the table looks at some bits only.
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        unchecked
        {
            foreach (var letter in word) hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
            return (hash ^ (hash >> 31)) | 1;
        }
    }
}
