using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Types;
using Assays.Data;

namespace Assays.Engines.Sources.Arrow;

/// <summary>How one column of Arrow comes into the engine.</summary>
/// <param name="SqlType">Its type there.</param>
/// <param name="Text">Writes the value of a row as the engine reads that type; null where it is missing.</param>
internal sealed record ArrowColumn(string SqlType, Func<IArrowArray, int, string?> Text)
{
    private const int MaxDigits = 38;

    /// <summary>Whether the text stands in JSON as it is.</summary>
    private bool IsBare { get; init; }

    /// <exception cref="InputException">There is no way to read the type.</exception>
    public static ArrowColumn Of(IArrowType type, string name) => type switch
    {
        NullType => new("VARCHAR", static (_, _) => null),
        BooleanType => new("BOOLEAN", static (a, i) => ((BooleanArray)a).GetValue(i) is { } truth ? truth ? "true" : "false" : null) { IsBare = true },
        Int8Type => Number<sbyte>("TINYINT"),
        Int16Type => Number<short>("SMALLINT"),
        Int32Type => Number<int>("INTEGER"),
        Int64Type => Number<long>("BIGINT"),
        UInt8Type => Number<byte>("UTINYINT"),
        UInt16Type => Number<ushort>("USMALLINT"),
        UInt32Type => Number<uint>("UINTEGER"),
        UInt64Type => Number<ulong>("UBIGINT"),
        HalfFloatType => Number<Half>("FLOAT"),
        FloatType => Number<float>("FLOAT"),
        DoubleType => Number<double>("DOUBLE"),
        Decimal32Type d => new(Decimal(d.Precision, d.Scale), static (a, i) => ((Decimal32Array)a).GetString(i)),
        Decimal64Type d => new(Decimal(d.Precision, d.Scale), static (a, i) => ((Decimal64Array)a).GetString(i)),
        Decimal128Type d => new(Decimal(d.Precision, d.Scale), static (a, i) => ((Decimal128Array)a).GetString(i)),
        Decimal256Type d => new(Decimal(d.Precision, d.Scale), static (a, i) => ((Decimal256Array)a).GetString(i)),
        StringType => new("VARCHAR", static (a, i) => ((StringArray)a).GetString(i)),
        LargeStringType => new("VARCHAR", static (a, i) => ((LargeStringArray)a).GetString(i)),
        StringViewType => new("VARCHAR", static (a, i) => ((StringViewArray)a).GetString(i)),
        BinaryType => new("VARCHAR", static (a, i) => a.IsNull(i) ? null : Convert.ToHexString(((BinaryArray)a).GetBytes(i))),
        LargeBinaryType => new("VARCHAR", static (a, i) => a.IsNull(i) ? null : Convert.ToHexString(((LargeBinaryArray)a).GetBytes(i))),
        Date32Type => new("DATE", static (a, i) => ((Date32Array)a).GetDateTime(i)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Date64Type => new("DATE", static (a, i) => ((Date64Array)a).GetDateTime(i)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Time32Type => new("TIME", static (a, i) => ((Time32Array)a).GetTime(i)?.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)),
        Time64Type => new("TIME", static (a, i) => ((Time64Array)a).GetTime(i)?.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        TimestampType => new("TIMESTAMP", static (a, i) =>
            ((TimestampArray)a).GetTimestamp(i)?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        DictionaryType d => Dictionary(Of(d.ValueType, name)),
        FixedSizeBinaryType => new("VARCHAR", static (a, i) => a.IsNull(i) ? null : Convert.ToHexString(((Apache.Arrow.Arrays.FixedSizeBinaryArray)a).GetBytes(i))),
        MapType => throw new InputException($"The column '{name}' holds maps, which are not read from Arrow; write the table as Parquet."),
        ListType d => List(Of(d.ValueDataType, name), static (a, i) => ((ListArray)a).GetSlicedValues(i)),
        LargeListType d => List(Of(d.ValueDataType, name), static (a, i) => ((LargeListArray)a).GetSlicedValues(i)),
        FixedSizeListType d => List(Of(d.ValueDataType, name), static (a, i) => ((FixedSizeListArray)a).GetSlicedValues(i)),
        StructType d => Struct(d, name),
        _ => throw new InputException($"The column '{name}' has the type {type.Name}, which is not read from Arrow; write the table as Parquet."),
    };

    private static ArrowColumn Number<T>(string sqlType) where T : struct, INumber<T> => new(
        sqlType, static (a, i) => ((PrimitiveArray<T>)a).GetValue(i)?.ToString(null, CultureInfo.InvariantCulture))
    {
        IsBare = true,
    };

    private static string Decimal(int precision, int scale) => precision is > 0 and <= MaxDigits && scale >= 0 && scale <= precision
        ? string.Create(CultureInfo.InvariantCulture, $"DECIMAL({precision},{scale})")
        : "VARCHAR";

    private static ArrowColumn Dictionary(ArrowColumn values) => values with
    {
        Text = (array, row) => array.IsNull(row) ? null : values.Text(((DictionaryArray)array).Dictionary, Place((DictionaryArray)array, row)),
    };

    private static int Place(DictionaryArray array, int row) =>
        Index(array.Indices, row) is var place && place >= 0 && place < array.Dictionary.Length ? place : throw new InvalidDataException("A dictionary has fewer values than its indices say.");

    private static int Index(IArrowArray indices, int row) => indices switch
    {
        Int8Array a => a.GetValue(row)!.Value,
        Int16Array a => a.GetValue(row)!.Value,
        Int32Array a => a.GetValue(row)!.Value,
        Int64Array a => checked((int)a.GetValue(row)!.Value),
        UInt8Array a => a.GetValue(row)!.Value,
        UInt16Array a => a.GetValue(row)!.Value,
        UInt32Array a => checked((int)a.GetValue(row)!.Value),
        UInt64Array a => checked((int)a.GetValue(row)!.Value),
        _ => throw new InvalidDataException("A dictionary has indices that are no whole numbers."),
    };

    /// <summary>A list as JSON.</summary>
    private static ArrowColumn List(ArrowColumn items, Func<IArrowArray, int, IArrowArray> slice) => new("VARCHAR", (array, row) =>
    {
        if (array.IsNull(row)) return null;
        var values = slice(array, row);
        return $"[{string.Join(",", Enumerable.Range(0, values.Length).Select(i => items.Json(values, i)))}]";
    })
    {
        IsBare = true,
    };

    /// <summary>A record as JSON.</summary>
    private static ArrowColumn Struct(StructType type, string name)
    {
        var members = type.Fields.Select(f => (Name: Quote(f.Name), Column: Of(f.DataType, name))).ToArray();
        return new("VARCHAR", (array, row) => array.IsNull(row)
            ? null
            : $"{{{string.Join(",", members.Select((m, i) => $"{m.Name}:{m.Column.Json(((StructArray)array).Fields[i], row)}"))}}}")
        {
            IsBare = true,
        };
    }

    private string Json(IArrowArray array, int row) => Text(array, row) is not { } text ? "null" : IsBare ? text : Quote(text);

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
