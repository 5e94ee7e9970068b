using Assays.Data;
using Assays.Profiling;

namespace Assays.Tests.Profiling;

public sealed class DisguisedMissingTests
{
    [Theory]
    [InlineData("N/A")]
    [InlineData("?")]
    [InlineData("-")]
    [InlineData("unknown")]
    public void Words_AmongNumbersMeanMissing(string word)
    {
        var found = Assert.Single(Disguised([.. Numbers(30, 50, 5), word, word]));

        Assert.Equal((word, 2L), (found.Value, found.Count));
        Assert.True(found.Confidence > 0.9);
    }

    [Fact]
    public void Words_MayBeLevelsOfACategory()
    {
        string?[] damage = [.. Enumerable.Repeat("None", 90), .. Enumerable.Repeat("Minor", 20), .. Enumerable.Repeat("Substantial", 5)];

        Assert.DoesNotContain(Disguised(damage), static d => d.Confidence >= 0.5);
    }

    [Fact]
    public void Words_AreDoubtedWhereACategoryHasFewLevels()
    {
        static double Confidence(int levels) => Disguised([.. Enumerable.Range(0, levels).Select(static i => $"{(char)('a' + i)}-grade fuel"), "no data"]).Max(static d => d.Confidence);

        Assert.True(Confidence(6) < Confidence(20));
    }

    [Theory]
    [InlineData("no data", "--")]
    [InlineData("n/a", "?")]
    public void Words_AmongTextsAreDoubtedMoreThanMarks(string word, string mark)
    {
        static double Confidence(string token) => Disguised([.. Enumerable.Range(0, 40).Select(static i => $"{(char)('a' + i % 26)}-grade fuel {i}"), token]).Max(static d => d.Confidence);

        Assert.InRange(Confidence(word), 0.5, Confidence(mark) - 0.1);
    }

    [Fact]
    public void Words_MayBeNames()
    {
        string?[] names = [.. Enumerable.Range(0, 60).Select(i => $"{(char)('A' + i % 26)}nna{(char)('a' + i / 26)}"), "Nan", "Na"];

        Assert.DoesNotContain(Disguised(names, "first_name"), static d => d.Confidence >= 0.5);
    }

    [Fact]
    public void Words_MayBeCodesOfTwoLetters() =>
        Assert.DoesNotContain(Disguised(["DE", "FR", "NA", "ZA", "GB", "US", "BR", "IT"], "iso"), static d => d.Confidence >= 0.5);

    [Theory]
    [InlineData("-999")]
    [InlineData("9999")]
    [InlineData("0")]
    public void Sentinels_LieApartAndAreRepeated(string sentinel)
    {
        var found = Assert.Single(Disguised([.. Numbers(200, 50, 5), sentinel, sentinel, sentinel, sentinel]));

        Assert.Equal((sentinel, 4L), (found.Value, found.Count));
        Assert.True(found.Confidence > 0.7);
    }

    [Fact]
    public void Sentinels_AreFoundBehindOneAnother()
    {
        var found = Disguised([.. Numbers(200, 50, 5), .. Enumerable.Repeat("-99", 6), .. Enumerable.Repeat("-999", 6)]);

        Assert.Equal(["-99", "-999"], found.Select(static d => d.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sentinels_AreNotTheTailOfASkewedColumn()
    {
        var random = new Random(1);
        string?[] incomes = [.. Enumerable.Range(0, 500).Select(_ => $"{Math.Round(Math.Exp(2.5 * random.NextDouble() * 4)):0}"), "0", "0", "0"];

        Assert.Empty(Disguised(incomes));
    }

    [Fact]
    public void Sentinels_AreNotTheZerosOfCountsAndTemperatures()
    {
        var random = new Random(1);
        string?[] temperatures = [.. Enumerable.Range(0, 500).Select(_ => $"{20 + 12 * (random.NextDouble() + random.NextDouble() - 1):0.0}"), "0", "0", "0"];

        Assert.Empty(Disguised(temperatures));
    }

    [Fact]
    public void Sentinels_OfDatesLieAlone()
    {
        string?[] days = [.. Enumerable.Range(0, 100).Select(i => new DateTime(2020, 1, 1).AddDays(3 * i).ToString("yyyy-MM-dd")), "1900-01-01", "1900-01-01", "1900-01-01"];

        var found = Assert.Single(Disguised(days, "day"));

        Assert.Equal("1900-01-01", found.Value);
        Assert.True(found.Confidence > 0.9);
    }

    private static System.Collections.Immutable.ImmutableArray<DisguisedMissing> Disguised(string?[] values, string name = "x") =>
        Profiler.Profile(Sample.Of([name], [.. values.Select(v => new[] { v })])).Columns[0].Disguised;

    private static IEnumerable<string> Numbers(int count, double mean, double deviation)
    {
        var random = new Random(7);
        return Enumerable.Range(0, count).Select(_ => $"{mean + deviation * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5):0.0}");
    }
}
