using System.Globalization;
using Assays.Contracts;
using Assays.Contracts.Odcs;
using Assays.Data;

namespace Assays.Tests.Contracts.Inference;

/// <summary>A contract that is suggested from one half of a table holds in the other half, and breaks when the data change.</summary>
public sealed class ContractSuggesterTests : IAsyncLifetime
{
    private const int Rows = 2_000;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assay-tests-");
    private Contract _contract = null!;

    public async ValueTask InitializeAsync() => _contract = await Assay.SuggestContractAsync(Write("first", 1, static row => row), cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task OtherRowsOfTheSameKind_KeepIt() => Assert.Empty(await BrokenAsync(Write("second", 2, static row => row)));

    [Fact]
    public void ItSaysWhy() => Assert.All(_contract.Tables[0].Columns, static c => Assert.False(string.IsNullOrEmpty(c.Description) && c.Quality.IsEmpty));

    [Fact]
    public void ItReadsBackAsItWasWritten() =>
        Assert.Equal(ContractWriter.Write(_contract), ContractWriter.Write(ContractFile.Parse(ContractWriter.Write(_contract), "test")));

    public static TheoryData<string, string> Changes => new()
    {
        { "a new category", "color" }, { "a factor of a hundred", "price" }, { "a sign flip", "price" }, { "empty cells", "color" }, { "another date format", "day" },
        { "a renamed column", "weight" }, { "swapped columns", "code" }, { "a shifted mean", "weight" }, { "a longer code", "code" }, { "a key twice", "id" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task AChange_BreaksIt_AndIsNamed(string change, string column)
    {
        var changed = Write("changed", 3, (row, at) => change switch
        {
            "a new category" when at % 100 == 0 => row with { Color = "mauve" },
            "a factor of a hundred" => row with { Price = Times(row.Price, 100) },
            "a sign flip" when at % 50 == 0 => row with { Price = Times(row.Price, -1) },
            "empty cells" when at % 100 == 0 => row with { Color = "" },
            "another date format" when at % 10 == 0 => row with { Day = string.Join('/', row.Day.Split('-').Reverse()) },
            "swapped columns" => row with { Code = row.Color, Color = row.Code },
            "a shifted mean" => row with { Weight = (double.Parse(row.Weight, CultureInfo.InvariantCulture) + 2.5).ToString("F2", CultureInfo.InvariantCulture) },
            "a longer code" when at % 100 == 0 => row with { Code = row.Code + "7" },
            "a key twice" when at == 9 => row with { Id = "8" },
            _ => row,
        }, change == "a renamed column" ? "id,color,price,weigth,day,code" : "id,color,price,weight,day,code");

        Assert.Contains(await BrokenAsync(changed), title => title.Contains($"'{column}'", StringComparison.Ordinal));
    }

    private async Task<string[]> BrokenAsync(Source source)
    {
        var assessment = await Assay.CheckContractAsync(source, _contract, cancellationToken: TestContext.Current.CancellationToken);
        return [.. assessment.Findings.Select(static f => f.Title)];
    }

    private Source.Files Write(string name, int seed, Func<Row, Row> change) => Write(name, seed, (row, _) => change(row), "id,color,price,weight,day,code");

    private Source.Files Write(string name, int seed, Func<Row, int, Row> change, string header)
    {
        var random = new Random(seed);
        var path = Path.Combine(_folder.FullName, $"{name}.csv");
        File.WriteAllLines(path, Enumerable.Range(0, Rows).Select(at => change(Make(random, at), at)).Select(static r => $"{r.Id},{r.Color},{r.Price},{r.Weight},{r.Day},{r.Code}").Prepend(header));
        return new(path);
    }

    private static Row Make(Random random, int at) => new(
        at.ToString(CultureInfo.InvariantCulture),
        new[] { "red", "green", "blue" }[random.Next(3)],
        (10 + 90 * random.NextDouble()).ToString("F2", CultureInfo.InvariantCulture),
        (70 + 10 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)).ToString("F2", CultureInfo.InvariantCulture),
        new DateTime(2024, 1, 1).AddDays(random.Next(365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        $"{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}-{random.Next(1000, 10000)}");

    private static string Times(string number, double factor) => (factor * double.Parse(number, CultureInfo.InvariantCulture)).ToString("F2", CultureInfo.InvariantCulture);

    private sealed record Row(string Id, string Color, string Price, string Weight, string Day, string Code);
}
