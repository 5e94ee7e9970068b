using System.Text;
using Assays.Data;
using CsCheck;

namespace Assays.Tests.Data;

public sealed class ColumnEncoderTests
{
    private static readonly Column City = new(0, "city");

    [Fact]
    public void Add_KeepsEachTextOnceInOrderOfAppearance()
    {
        var encoder = new ColumnEncoder(City);
        foreach (var text in (string?[])["Łódź", null, "Amsterdam", "", "Łódź", "Amsterdam "]) encoder.Add(text);

        var column = encoder.Encode();

        Assert.Equal(["Łódź", "Amsterdam", "Amsterdam "], column.Values);
        Assert.Equal([0, -1, 1, -1, 0, 2], column.Codes.ToArray());
        Assert.Equal([2, 1, 1], column.Counts.ToArray());
    }

    [Fact]
    public void Add_TakesTextsAndTheirBytesAlike()
    {
        var encoder = new ColumnEncoder(City);
        encoder.Add("Łódź");
        encoder.Add("Łódź"u8);
        encoder.Add(""u8);
        encoder.Add("Lodz"u8);
        encoder.Add("Lodz");

        Assert.Equal([0, 0, -1, 1, 1], encoder.Encode().Codes.ToArray());
    }

    [Fact]
    public void Encode_GivesBackWhatWasAdded() => Gen.String[0, 5].Where(static t => !t.Any(char.IsSurrogate)).Array[0, 2000].Sample(static texts =>
    {
        var encoder = new ColumnEncoder(City);
        foreach (var text in texts) encoder.Add(Encoding.UTF8.GetBytes(text));

        var column = encoder.Encode();

        Assert.Equal(texts.Select(static t => t.Length == 0 ? null : t), Enumerable.Range(0, texts.Length).Select(row => column[row]));
        Assert.Equal(texts.Where(static t => t.Length > 0).Distinct(), column.Values);
    }, iter: 200, seed: "0000000000000001");
}
