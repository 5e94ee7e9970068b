using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Assays.AspNetCore;
using Assays.Contracts.Odcs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assays.Tests.AspNetCore;

/// <summary>A real server on the loopback address, whose one answer is the body that reached it.</summary>
public sealed class ContractMiddlewareTests
{
    private const string Good = """{"age": 30, "color": "red"}""";

    [Theory]
    [InlineData(Good)]
    [InlineData("[]")]
    [InlineData("[{\"age\": 1, \"color\": \"red\"}, {\"color\": \"blue\",\n \"age\": 119, \"more\": {\"x\": [1]}}]")]
    public async Task RowsThatKeepTheContract_ReachTheService_AsTheyWereSent(string body)
    {
        var (status, answer) = await SendAsync(body, new());

        Assert.Equal((HttpStatusCode.OK, body), (status, answer));
    }

    [Fact]
    public async Task RowsThatBreakIt_AreAnsweredWithWhatTheyBreak_ButNotWithTheirValues()
    {
        var (status, answer) = await SendAsync($$"""[{{Good}}, {"age": -77, "color": "secret"}, {"color": "red"}]""", new());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("\"rejected\":2", answer, StringComparison.Ordinal);
        Assert.Contains("""{"row":2,"broken":["\u0027age\u0027 has a value"]}""", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("-77", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutRejecting_TheyReachTheService()
    {
        var (status, _) = await SendAsync("""{"age": -1}""", new() { Rejects = false });

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("""{"model": "m", "instances": [{"age": 30}]}""", HttpStatusCode.OK)]
    [InlineData("""{"model": {"a": 1}, "instances": [{"age": 300}]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"model": "m"}""", HttpStatusCode.BadRequest)]
    public async Task Rows_MayStandInAProperty(string body, HttpStatusCode expected)
    {
        var (status, _) = await SendAsync(body, new() { RowsProperty = "instances" });

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("7", HttpStatusCode.BadRequest)]
    [InlineData("[{\"age\": 3", HttpStatusCode.BadRequest)]
    [InlineData("{\"age\": 30", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("{\"age\": 30} and more", HttpStatusCode.BadRequest)]
    [InlineData("[{\"age\": \"\\ud800\"}]", HttpStatusCode.BadRequest)]
    [InlineData("{\"age\": 30, \"note\": \"0123456789012345678901234567890123456789\"}", HttpStatusCode.RequestEntityTooLarge)]
    public async Task BodiesThatAreNoRows_OrTooLong_DoNotReachTheService(string body, HttpStatusCode expected)
    {
        var (status, _) = await SendAsync(body, new() { LongestBody = 50 });

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task RequestsOfOtherKinds_GoOn()
    {
        var (status, answer) = await SendAsync("not JSON", new(), "text/plain");

        Assert.Equal((HttpStatusCode.OK, "not JSON"), (status, answer));
    }

    [Fact]
    public async Task RowsBrokenDemandsAndWindowsThatDrifted_AreCounted()
    {
        var counts = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = static (instrument, l) => { if (instrument.Meter.Name == "Assay.Contracts") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var words = string.Join(' ', tags.ToArray().Select(static t => t.Value));
            if (words.StartsWith("counted ", StringComparison.Ordinal)) counts.AddOrUpdate($"{instrument.Name} {words}", value, (_, sum) => sum + value);
        });
        listener.Start();
        var body = $"[{string.Join(',', Enumerable.Range(0, 20).Select(static at => at < 10 ? Good : """{"age": 100, "color": "mauve"}"""))}]";

        await SendAsync(body, new() { Window = 10, Rejects = false }, name: "counted");

        Assert.Equal(10, counts["assay.contract.rows counted valid"]);
        Assert.Equal(10, counts["assay.contract.rows counted invalid"]);
        Assert.Equal(10, counts["assay.contract.broken counted 'color' is one of 'red', 'blue'"]);
        Assert.Equal(1, counts["assay.contract.drift counted the mean of 'age' fits"]);
    }

    private static async Task<(HttpStatusCode Status, string Answer)> SendAsync(string body, ContractOptions options, string type = "application/json", string name = "people")
    {
        var table = ContractFile.Parse($$"""
            apiVersion: v3.1.0
            kind: DataContract
            id: t
            version: '1'
            status: active
            schema:
            - name: {{name}}
              properties:
              - name: age
                logicalType: integer
                required: true
                logicalTypeOptions: {minimum: 0, maximum: 120}
                quality: [{type: custom, engine: assay, implementation: {metric: mean, mustBeBetween: [20, 40]} }]
              - name: color
                quality: [{metric: invalidValues, arguments: {validValues: [red, blue]}, mustBe: 0}]
            """, "test").Tables[0];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseContract(table, options);
        app.Run(static async context => await context.Request.Body.CopyToAsync(context.Response.Body));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, type);
        var answer = await client.PostAsync(app.Urls.First(), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
