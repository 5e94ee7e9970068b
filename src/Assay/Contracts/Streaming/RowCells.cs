using Assays.Contracts.Clauses;

namespace Assays.Contracts.Streaming;

/// <summary>
/// One row's cells as texts in one buffer that is used again for the next row. A cell that was not set is missing, and so is one without
/// characters. Numbers are read once a cell, whatever the number of demands on it.
/// </summary>
public sealed class RowCells(int columns)
{
    private readonly (int Start, int Length)[] _cells = new (int, int)[columns];
    private readonly double[] _numbers = new double[columns];
    private readonly int[] _readIn = new int[columns];
    private char[] _text = new char[256];
    private int _used;
    private int _row = 1;

    public int Count => _cells.Length;

    /// <summary>The text of a cell; empty when it is missing.</summary>
    public ReadOnlySpan<char> this[int column] => _text.AsSpan(_cells[column].Start, _cells[column].Length);

    /// <summary>The finite number that a cell spells; NaN when it spells none.</summary>
    public double Number(int column)
    {
        if (_readIn[column] == _row) return _numbers[column];
        _readIn[column] = _row;
        return _numbers[column] = SpelledNumber.Read(this[column]);
    }

    /// <summary>Makes all cells missing.</summary>
    public void Clear()
    {
        Array.Clear(_cells);
        _used = 0;
        _row++;
    }

    /// <summary>Sets a cell to a copy of a text.</summary>
    public void Set(int column, ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Keep(column, text.Length);
    }

    /// <summary>Room behind the texts so far, to write a cell into before <see cref="Keep"/>.</summary>
    internal Span<char> Room(int length)
    {
        if (_text.Length - _used < length) Array.Resize(ref _text, Math.Max(2 * _text.Length, _used + length));
        return _text.AsSpan(_used);
    }

    /// <summary>Makes what was written into the room the text of a cell.</summary>
    internal void Keep(int column, int length)
    {
        _cells[column] = (_used, length);
        _used += length;
    }
}
