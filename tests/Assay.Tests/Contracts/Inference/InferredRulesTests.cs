using System.Collections.Immutable;
using System.Globalization;
using Assays.Contracts;
using Assays.Data;

namespace Assays.Tests.Contracts.Inference;

/// <summary>What is demanded of a column follows from how much its values can tell.</summary>
public sealed class InferredRulesTests
{
    [Fact]
    public async Task FewRowsWithoutAMissingValue_DoNotPromiseThatNoneIs()
    {
        var (few, many) = (await InferAsync(200, static (_, at) => $"name {at / 2}"), await InferAsync(2_000, static (_, at) => $"name {at / 2}"));

        Assert.False(few.Required);
        Assert.Equal(1.5, few.Quality.Single(static q => q.Metric == "nullValues").Expectation!.Value);
        Assert.True(many.Required);
    }

    [Fact]
    public async Task RareValuesBesidesUsualOnes_AreAllowedInAFewRows()
    {
        var column = await InferAsync(2_000, static (random, _) => random.Next(100) switch { 0 => $"x{random.Next(1000)}", < 60 => "red", _ => "blue" });

        var list = column.Quality.Single(static q => q.Metric == "invalidValues");
        Assert.Equal(["blue", "red"], list.Arguments.ValidValues);
        Assert.InRange(list.Expectation!.Value, 1, 5);
    }

    [Fact]
    public async Task UsualValues_KeepTheirShares()
    {
        var column = await InferAsync(2_000, static (random, _) => random.Next(10) < 6 ? "red" : "blue");

        var shares = column.Quality.Where(static q => q.Metric == OwnRule.Share).ToDictionary(static q => q.Arguments.ValidValues[0], static q => q.Expectation!);
        Assert.InRange(shares["red"].Value, 45, 58);
        Assert.InRange(shares["blue"].High, 42, 55);
    }

    [Fact]
    public async Task NumbersThatAreNames_KeepTheirDigits()
    {
        var column = await InferAsync(2_000, static (random, _) => random.Next(10_000, 99_999).ToString(CultureInfo.InvariantCulture), "zip");

        Assert.Equal(("0", "99999"), (column.Options.Minimum, column.Options.Maximum));
    }

    [Fact]
    public async Task NumbersOnAScaleOfFactors_AreJudgedByTheirGeometricMean()
    {
        var column = await InferAsync(2_000, static (random, _) => Math.Exp(4 * random.NextDouble() * random.NextDouble() * 2).ToString("F3", CultureInfo.InvariantCulture), "cost");

        Assert.Contains(column.Quality, static q => q.Metric == OwnRule.GeometricMean);
        Assert.DoesNotContain(column.Quality, static q => q.Metric == OwnRule.Mean);
    }

    [Fact]
    public async Task TextsOfAllKinds_AreNotBlank()
    {
        var column = await InferAsync(2_000, static (random, at) => $"{new string('a', 1 + random.Next(30))} {(at % 7 == 0 ? "!" : "")}{new string('B', random.Next(9))} {at}-{new string('é', random.Next(4))}");

        Assert.Equal("[^ \\t\\r\\n]", column.Options.Pattern);
        Assert.NotNull(column.Options.MaxLength);
    }

    [Fact]
    public async Task NumbersThatEndAtZero_StayAboveIt_AndThoseThatOnlyComeNearNeedNot()
    {
        var (counts, degrees) = (
            await InferAsync(500, static (random, _) => random.Next(40).ToString(CultureInfo.InvariantCulture), "count"),
            await InferAsync(500, static (random, _) => (random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 0.1).ToString("F4", CultureInfo.InvariantCulture), "level"));

        Assert.Equal("0", counts.Options.Minimum);
        Assert.StartsWith("-", degrees.Options.Minimum, StringComparison.Ordinal);
    }

    private static async Task<ContractColumn> InferAsync(int rows, Func<Random, int, string> value, string name = "text")
    {
        var path = Path.Combine(Path.GetTempPath(), $"assay-{Guid.NewGuid():N}.csv");
        try
        {
            var random = new Random(1);
            ImmutableArray<string> values = [.. Enumerable.Range(0, rows).Select(at => value(random, at))];
            await File.WriteAllLinesAsync(path, values.Select(static (v, at) => $"{at % 7},{v}").Prepend($"other,{name}"));
            return (await Assay.SuggestContractAsync(new Source.Files(path))).Tables[0].Columns[1];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
