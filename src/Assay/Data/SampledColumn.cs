using System.Collections.Immutable;
using System.Globalization;

namespace Assays.Data;

/// <summary>
/// The values of one column in a <see cref="Sample"/>, dictionary-encoded: each distinct value once, and a code a row.
/// Judging a value once and counting its rows is what keeps detectors fast.
/// </summary>
public sealed class SampledColumn
{
    /// <summary>The code of a row without a value.</summary>
    public const int Missing = -1;

    private readonly int[] _codes;
    private readonly int[] _counts;
    private readonly Lazy<double[]> _numbers;

    /// <param name="column">The column.</param>
    /// <param name="values">The distinct values, in order of first appearance.</param>
    /// <param name="codes">A row's index into <paramref name="values"/>, or <see cref="Missing"/>.</param>
    public SampledColumn(Column column, ImmutableArray<string> values, int[] codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        (Column, Values, _codes) = (column, values, codes);
        _counts = new int[values.Length];
        foreach (var code in codes)
        {
            if (code >= 0) _counts[code]++;
        }

        Present = _counts.Sum();
        _numbers = new(() => [.. Values.Select(NumberOf)]);
    }

    public Column Column { get; }

    /// <summary>The distinct values, in order of first appearance. Missing and empty are not among them.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>For each row of the sample the index of its value, or <see cref="Missing"/>.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>For each distinct value its rows in the sample.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Rows of the sample that have a value.</summary>
    public int Present { get; }

    /// <summary>For each distinct value the plain number it spells (invariant, no units), or NaN.</summary>
    public ReadOnlySpan<double> Numbers => _numbers.Value;

    /// <summary>The value of a row of the sample, or null where it is missing.</summary>
    public string? this[int row] => _codes[row] < 0 ? null : Values[_codes[row]];

    /// <summary>The number of a row of the sample, or NaN where there is none.</summary>
    public double Number(int row) => _codes[row] < 0 ? double.NaN : _numbers.Value[_codes[row]];

    /// <summary>This column with rows of another behind its own, in another order.</summary>
    /// <param name="others">The other column.</param>
    /// <param name="more">Which of its rows.</param>
    /// <param name="order">For each row of the new column its place among both.</param>
    internal SampledColumn With(SampledColumn others, int[] more, int[] order)
    {
        var index = Values.Select(static (value, code) => (value, code)).ToDictionary(static v => v.value, static v => v.code, StringComparer.Ordinal);
        var values = Values.ToBuilder();
        var codes = new int[_codes.Length + more.Length];
        _codes.CopyTo(codes, 0);
        for (var i = 0; i < more.Length; i++) codes[_codes.Length + i] = others[more[i]] is { } text ? CodeOf(text) : Missing;
        return new(Column, values.ToImmutable(), Array.ConvertAll(order, at => codes[at]));

        int CodeOf(string text)
        {
            if (index.TryGetValue(text, out var code)) return code;
            values.Add(text);
            return index[text] = values.Count - 1;
        }
    }

    /// <summary>Encodes the texts of one column; null and empty are missing.</summary>
    public static SampledColumn Encode(Column column, IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var encoder = new ColumnEncoder(column);
        foreach (var text in texts) encoder.Add(text);
        return encoder.Encode();
    }

    /// <summary>The plain number that a text spells (invariant, no units), or NaN.</summary>
    public static double NumberOf(string text) =>
        double.TryParse(text.AsSpan().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : double.NaN;
}
