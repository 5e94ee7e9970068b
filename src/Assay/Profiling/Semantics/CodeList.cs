using System.Collections.Frozen;

namespace Assays.Profiling.Semantics;

/// <summary>A list of codes or names, compared without regard to case.</summary>
internal sealed class CodeList
{
    private readonly FrozenSet<string> _codes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="codes">The codes, separated.</param>
    /// <param name="separator">What separates them.</param>
    public CodeList(string codes, char separator = ' ')
    {
        _codes = codes.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _codes.Count;

    public bool Contains(ReadOnlySpan<char> code) => _lookup.Contains(code.Trim());
}
