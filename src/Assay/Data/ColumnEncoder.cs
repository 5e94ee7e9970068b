using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Assays.Data;

/// <summary>Takes the texts of one column as they come and keeps each distinct one once, so that a repeated value costs four bytes.</summary>
/// <param name="column">The column.</param>
public sealed class ColumnEncoder(Column column)
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string>.Builder _values = ImmutableArray.CreateBuilder<string>();
    private readonly List<int> _codes = [];

    /// <summary>Adds the next row's text; null and empty are missing.</summary>
    public void Add(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            _codes.Add(SampledColumn.Missing);
            return;
        }

        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, text, out var isKnown);
        if (!isKnown)
        {
            code = _values.Count;
            _values.Add(text);
        }

        _codes.Add(code);
    }

    /// <summary>The column of the texts that were added.</summary>
    public SampledColumn Encode() => new(column, _values.ToImmutable(), [.. _codes]);
}
