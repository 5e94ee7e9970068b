using System.Buffers.Binary;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Assays.Engines.Sources.Arrow;

/// <summary>
/// Makes sure that what an array says of its buffers is true. The library that reads Arrow believes the file: a length or an offset that points
/// beyond a buffer would be read from foreign memory.
/// </summary>
internal static class ArrowBounds
{
    /// <exception cref="InvalidDataException">An array points beyond its buffers.</exception>
    public static void Check(ArrayData array)
    {
        Require(array.Length >= 0 && array.Offset >= 0);
        var end = (long)array.Offset + array.Length;
        if (array.Buffers.Length > 0 && array.DataType is not (NullType or UnionType) && array.Buffers[0].Length > 0) Require(8L * array.Buffers[0].Length >= end);
        switch (array.DataType)
        {
            case NullType: break;
            case StringViewType or BinaryViewType: CheckViews(array, end); break;
            case StringType or BinaryType: CheckOffsets(array, end, sizeof(int), array.Buffers[2].Length); break;
            case LargeStringType or LargeBinaryType: CheckOffsets(array, end, sizeof(long), array.Buffers[2].Length); break;
            case ListType or MapType: CheckOffsets(array, end, sizeof(int), array.Children[0].Length); break;
            case LargeListType: CheckOffsets(array, end, sizeof(long), array.Children[0].Length); break;
            case FixedSizeListType list: Require(array.Children[0].Length >= end * list.ListSize); break;
            case StructType: Require(array.Children.All(child => child.Length >= end)); break;
            case DictionaryType dictionary: RequireWidth(array, end, dictionary.IndexType); break;
            default: RequireWidth(array, end, array.DataType); break;
        }

        foreach (var child in array.Children ?? []) Check(child);
        if (array.Dictionary is { } values) Check(values);
    }

    private static void RequireWidth(ArrayData array, long end, IArrowType type)
    {
        if (type is FixedWidthType width) Require(8L * array.Buffers[1].Length >= end * width.BitWidth);
    }

    private static void CheckOffsets(ArrayData array, long end, int size, long limit)
    {
        if (array.Length == 0) return;
        var offsets = array.Buffers[1].Span;
        Require(offsets.Length >= (end + 1) * size);
        var last = 0L;
        for (var i = array.Offset; i <= end; i++)
        {
            var at = size == sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(offsets[(int)(i * size)..]) : BinaryPrimitives.ReadInt64LittleEndian(offsets[(int)(i * size)..]);
            Require(at >= last && at <= limit);
            last = at;
        }
    }

    /// <summary>Views: the length, then up to 12 bytes of the value itself, or its first four, the number of its buffer and its place there.</summary>
    private static void CheckViews(ArrayData array, long end)
    {
        const int Size = 16, Inline = 12;
        var views = array.Buffers[1].Span;
        Require(views.Length >= end * Size);
        for (var i = array.Offset; i < end; i++)
        {
            var view = views.Slice((int)(i * Size), Size);
            var length = BinaryPrimitives.ReadInt32LittleEndian(view);
            Require(length >= 0);
            if (length <= Inline) continue;
            var (buffer, at) = (BinaryPrimitives.ReadInt32LittleEndian(view[8..]), BinaryPrimitives.ReadInt32LittleEndian(view[12..]));
            Require(buffer >= 0 && at >= 0 && buffer + 2 < array.Buffers.Length && (long)at + length <= array.Buffers[buffer + 2].Length);
        }
    }

    private static void Require(bool isSound)
    {
        if (!isSound) throw new InvalidDataException("An array points beyond its buffers.");
    }
}
