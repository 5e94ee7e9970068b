using System.Buffers.Binary;
using System.Text;

namespace Assays.Tests.Learning.Labels;

/// <summary>Writes the smallest of classifiers as an ONNX file: softmax of features times weights. The fields are those of onnx.proto3.</summary>
internal static class TinyOnnx
{
    /// <param name="weights">Features by classes.</param>
    public static byte[] Linear(float[,] weights)
    {
        var (features, classes) = (weights.GetLength(0), weights.GetLength(1));
        var raw = new byte[weights.Length * 4];
        for (var i = 0; i < weights.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(4 * i), weights[i / classes, i % classes]);
        byte[] graph =
        [
            .. Field(1, Node("MatMul", "z", "input", "w")),
            .. Field(1, Node("Softmax", "probabilities", "z")),
            .. Field(2, "tiny"u8.ToArray()),
            .. Field(5, [.. Number(1, features), .. Number(1, classes), .. Number(2, 1), .. Field(8, "w"u8.ToArray()), .. Field(9, raw)]),
            .. Field(11, Value("input", features)),
            .. Field(12, Value("probabilities", classes)),
        ];
        return [.. Number(1, 8), .. Field(7, graph), .. Field(8, Number(2, 13))];
    }

    private static byte[] Node(string kind, string output, params string[] inputs) =>
        [.. inputs.SelectMany(static name => Field(1, Encoding.UTF8.GetBytes(name))), .. Field(2, Encoding.UTF8.GetBytes(output)), .. Field(4, Encoding.UTF8.GetBytes(kind))];

    /// <summary>A matrix of floats with any number of rows.</summary>
    private static byte[] Value(string name, int width)
    {
        byte[] shape = [.. Field(1, Field(2, "rows"u8.ToArray())), .. Field(1, Number(1, width))];
        return [.. Field(1, Encoding.UTF8.GetBytes(name)), .. Field(2, Field(1, [.. Number(1, 1), .. Field(2, shape)]))];
    }

    private static byte[] Field(int number, byte[] content) => [(byte)(number << 3 | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int number, int value) => [(byte)(number << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value >= 0x80; value >>= 7) yield return (byte)(value & 0x7F | 0x80);
        yield return (byte)value;
    }
}
