using System.Globalization;
using System.Text;
using Assays.IntegrationTests.Servers;
using Assays.Tests.Cli;

namespace Assays.IntegrationTests.Postgres;

/// <summary>The same table gives the same report, whether DuckDB reads its file or PostgreSQL holds it.</summary>
public sealed class PostgresConformanceTests(PostgresServer server)
{
    private static readonly CheckOptions Options = new() { Threads = 2 };
    private static readonly string[] Instruments = ["north-1", "north-2", "south-1"];

    /// <summary>Our own sample, and real tables where they are at hand.</summary>
    public static TheoryData<string> Tables { get; } =
        [Repository.Path("samples/orders.csv"), .. Repository.Files("../shared/data/real", "*.csv").Where(static f => new FileInfo(f).Length < 1 << 20)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Check_OfAWholeTable_GivesTheSameReport(string path)
    {
        var table = Path.GetFileNameWithoutExtension(path);
        await server.LoadAsync(path, table);

        var expected = await Report.OfAsync(path, Options);
        var report = await Report.OfAsync(server.Address($"\"{table}\""), Options);

        Assert.Equal(expected.ToJsonString(), report.ToJsonString());
    }

    [Fact]
    public async Task Check_OfASampledTable_GivesTheSameReport_ButForTheSketches()
    {
        using var shell = new Shell();
        var path = shell.Write("sampled.csv", Readings(rows: 30_000));
        await server.LoadAsync(path, "sampled");
        var options = Options with { SampleRows = 5_000 };

        var expected = await Report.OfAsync(path, options, isSketched: true);
        var report = await Report.OfAsync(server.Address("sampled"), options, isSketched: true);

        Assert.Equal(expected.ToJsonString(), report.ToJsonString());
    }

    /// <summary>Readings of a few instruments, with placeholders, gaps and slips in them.</summary>
    private static string Readings(int rows)
    {
        var chance = new Random(7);
        var text = new StringBuilder("id,taken,instrument,celsius,level,operator\n");
        for (var i = 0; i < rows; i++)
        {
            var taken = new DateTime(2024, 1, 1).AddMinutes(i * 7);
            var celsius = i % 997 == 0 ? -999 : Math.Round(20 + 5 * Math.Sin(i / 300.0) + chance.NextDouble(), 2);
            var instrument = i % 1501 == 3 ? "nroth-1" : Instruments[chance.Next(3)];
            var level = chance.Next(40) == 0 ? "" : chance.Next(100).ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1},{taken:yyyy-MM-dd HH:mm:ss},{instrument},{celsius},{level},{(i % 2003 == 5 ? "n/a" : "Ünal")}\n");
        }

        return text.ToString();
    }
}
