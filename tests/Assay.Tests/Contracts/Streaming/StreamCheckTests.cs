using System.Text;
using Assays.Contracts;
using Assays.Contracts.Clauses;
using Assays.Contracts.Odcs;
using Assays.Contracts.Streaming;
using Assays.Data;
using Assays.Findings;

namespace Assays.Tests.Contracts.Streaming;

public sealed class StreamCheckTests
{
    private static readonly ContractTable Orders = Table("""
        - {name: id, unique: true}
        - name: age
          logicalType: integer
          required: true
          logicalTypeOptions: {minimum: 0, maximum: 120}
          quality:
          - {type: custom, engine: assay, implementation: {metric: mean, mustBeBetween: [20, 40]}}
          - {metric: invalidValues, arguments: {validValues: ['30', '50']}, unit: percent, mustBeLessThan: 60}
        - name: color
          quality: [{metric: invalidValues, severity: warning, arguments: {validValues: [red, "say \"hi\""]}, mustBe: 0}]
        """);

    [Theory]
    [InlineData("id,age,color\n1,30,red\n2,-4,blue\n3,,red\n4,50\n")]
    [InlineData("{\"id\":1,\"age\":30,\"color\":\"red\"}\n{\"id\":2,\"age\":-4,\"color\":\"blue\"}\n{\"id\":3,\"age\":null,\"color\":\"red\"}\n{\"id\":4,\"age\":50\n")]
    public async Task RunAsync_GivesAVerdictOnEveryRow(string input)
    {
        var (result, verdicts) = await RunAsync(Orders, input);

        Assert.Equal("""{"row":0,"valid":true}""", verdicts[0]);
        Assert.Equal("""{"row":1,"valid":false,"broken":["'age' is from 0 to 120"],"warnings":["'age' is one of '30', '50'","'color' is one of 'red', 'say \"hi\"'"]}""", verdicts[1]);
        Assert.Equal("""{"row":2,"valid":false,"broken":["'age' has a value"]}""", verdicts[2]);
        Assert.StartsWith("{\"row\":3,\"valid\":false,\"broken\":[\"the ", verdicts[3], StringComparison.Ordinal);
        Assert.Equal((4, 3), (result.Rows, result.Invalid));
    }

    [Fact]
    public async Task RunAsync_TellsWhatTheFiguresCameTo()
    {
        var (result, _) = await RunAsync(Orders, "id,age,color\n1,30,red\n2,50,red\n3,50,red\n4,31,red\n");

        Assert.Equal(40.25, result.Figures.Single(static f => f.Demand.Kind == "mean").Figure);
        Assert.False(result.Figures.Single(static f => f.Demand.Kind == "mean").Holds);
        Assert.Equal((25, true), result.Figures.Where(static f => f.Demand.InPercent).Select(static f => (f.Figure, f.Holds)).Single());
        Assert.Equal(["unique"], result.LeftOver.Select(static c => c.Kind));
    }

    [Theory]
    [InlineData("age", "metric: geometricMean", 20)]
    [InlineData("age", "metric: zeroShare", 25)]
    [InlineData("color", "metric: share, arguments: {validValues: [red, blue]}", 75)]
    public async Task RunAsync_KeepsFiguresUp_AsTheEngineComputesThem(string column, string rule, double expected)
    {
        const string Rows = "age,color\n10,red\n40,blue\n0,green\n20,red\n-5,\n";
        var table = Table($"- {{name: {column}, quality: [{{type: custom, engine: assay, implementation: {{{rule}, mustBe: -1}}}}]}}");
        await using var opened = await TextTable.OpenAsync(Rows.Replace("-5", column == "age" ? "" : "-5", StringComparison.Ordinal));

        var (result, _) = await RunAsync(table, Rows.Replace("-5", column == "age" ? "" : "-5", StringComparison.Ordinal));
        var outcomes = await ContractChecker.CheckAsync(opened.Table, ClauseCompiler.Compile(table, opened.Table.Schema), TestContext.Current.CancellationToken);

        var there = (double)outcomes.OfType<Outcome.Ran>().SelectMany(static r => r.Findings).Single(f => f.Columns.Length == 1 && f.Severity == Severity.Error).Evidence.Single(static e => e.Key == "actual").Value;
        Assert.Equal(expected, there, 9);
        Assert.Equal(there, result.Figures.Single().Figure, 9);
    }

    [Fact]
    public async Task RunAsync_WithoutAColumnOfTheContract_TakesNoRow()
    {
        var (result, verdicts) = await RunAsync(Orders, "id,color\n1,red\n");

        Assert.Equal("""{"row":0,"valid":false,"broken":["there is a column 'age'"]}""", Assert.Single(verdicts));
        Assert.Equal(1, result.Invalid);
    }

    [Fact]
    public async Task RunAsync_HandsOnVerdicts_BeforeItWaits()
    {
        var output = new MemoryStream();
        var lines = new List<int>();
        var input = new Watched(["id,age,color\n1,30,red\n", "2,30,red\n", ""], () => lines.Add(Lines(output)));

        await StreamCheck.RunAsync(Orders, input, output, TestContext.Current.CancellationToken);

        Assert.Equal([0, 1, 2], lines.Distinct());
    }

    private static ContractTable Table(string columns) => ContractFile.Parse($"""
        apiVersion: v3.1.0
        kind: DataContract
        id: t
        version: '1'
        status: active
        schema:
        - name: orders
          properties:
          {columns.ReplaceLineEndings("\n  ")}
        """, "test").Tables[0];

    private static int Lines(MemoryStream stream) => stream.ToArray().Count(static b => b == '\n');

    private static async Task<(StreamResult Result, string[] Verdicts)> RunAsync(ContractTable table, string input)
    {
        using var output = new MemoryStream();
        var result = await StreamCheck.RunAsync(table, new MemoryStream(Encoding.UTF8.GetBytes(input)), output, TestContext.Current.CancellationToken);
        return (result, Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A stream that tells when it is asked for more.</summary>
    private sealed class Watched(string[] parts, Action asked) : MemoryStream
    {
        private int _next;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            asked();
            return new(_next < parts.Length ? Encoding.UTF8.GetBytes(parts[_next++], buffer.Span) : 0);
        }
    }
}
