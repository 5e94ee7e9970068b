using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling.Typing;

namespace Assays.Profiling.Semantics;

/// <summary>A test of one value.</summary>
public delegate bool ValueTest(ReadOnlySpan<char> value);

/// <summary>Some of a column's distinct values with their rows, holes apart: enough to know the share of values that pass a test.</summary>
public sealed class ValueSlice
{
    private const int FirstLook = 40;
    private readonly ImmutableArray<(string Value, int Rows)> _values;
    private readonly long _rows;

    private ValueSlice(ImmutableArray<(string Value, int Rows)> values)
    {
        _values = values;
        _rows = values.Sum(static v => (long)v.Rows);
        AverageWords = _rows == 0 ? 0 : values.Sum(static v => (double)v.Rows * TextForm.Words(v.Value)) / _rows;
    }

    /// <summary>Words in a value, on average over rows.</summary>
    public double AverageWords { get; }

    public int Count => _values.Length;

    /// <summary>Evenly spaced distinct values, at most so many.</summary>
    public static ValueSlice Of(SampledColumn column, int most)
    {
        var step = Math.Max(1, (column.Values.Length + most - 1) / most);
        var values = ImmutableArray.CreateBuilder<(string, int)>();
        for (var i = 0; i < column.Values.Length; i += step)
        {
            if (MissingTokens.Strength(column.Values[i]) < 0.5) values.Add((column.Values[i], column.Counts[i]));
        }

        return new(values.ToImmutable());
    }

    /// <summary>The share of rows whose value passes.</summary>
    /// <returns>None when it is below what is needed; most tests fail on the first values and cost little.</returns>
    public double? Share(ValueTest test, double needed)
    {
        ArgumentNullException.ThrowIfNull(test);
        var (passed, seen) = (0L, 0L);
        for (var i = 0; i < _values.Length; i++)
        {
            seen += _values[i].Rows;
            if (test(_values[i].Value)) passed += _values[i].Rows;
            if (i == FirstLook && passed < 0.3 * needed * seen) return null;
            if (passed + _rows - seen < needed * _rows) return null;
        }

        return _rows == 0 ? null : (double)passed / _rows;
    }
}
