namespace Assays.IntegrationTests.Fuzzing;

/// <summary>Damages the bytes of a file as disks, networks and editors do, and a little worse.</summary>
internal static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        "\""u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), "\r\n"u8.ToArray(), "\0"u8.ToArray(), "NaN"u8.ToArray(), "1e999"u8.ToArray(), "-9223372036854775809"u8.ToArray(),
        "{"u8.ToArray(), "]"u8.ToArray(), "<script>"u8.ToArray(), "'; --"u8.ToArray(), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xC3, 0x28], [0xF0, 0x9F, 0x98, 0x80], "2024-02-30"u8.ToArray(),
        "\\"u8.ToArray(), "\t"u8.ToArray(), [0x1F, 0x8B],
    ];

    /// <summary>The same bytes with one to four damages.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var damage = random.Next(1, 5); damage > 0 && bytes.Count > 0; damage--) Damage(bytes, random);
        return [.. bytes];
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = random.Next(1, 1 + Math.Min(64, bytes.Count - at));
        switch (random.Next(7))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]); break;
            case 3: bytes.RemoveRange(at, length); break;
            case 4: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            case 5: bytes.RemoveRange(at, bytes.Count - at); break;
            default: bytes.InsertRange(at, Enumerable.Repeat(bytes[at], random.Next(1, 300))); break;
        }
    }
}
