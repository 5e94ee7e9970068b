using System.Net;
using System.Net.Sockets;
using System.Text;
using Assays.Cli;
using Assays.Data;
using Assays.Reports;

namespace Assays.Tests.Cli;

public sealed class ReportPostTests
{
    [Fact]
    public async Task SendAsync_PostsTheReport()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        var (address, request) = Answer(server, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        await ReportPost.SendAsync(new OpenLineageReport(), Samples.Assessment, address, TestContext.Current.CancellationToken);

        var text = await request;
        Assert.StartsWith("POST /api/v1/lineage?key=secret HTTP/1.1", text, StringComparison.Ordinal);
        Assert.Contains("application/json", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_ToAServerThatRefuses_SaysSoInOneLine()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        var (address, _) = Answer(server, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var error = await Assert.ThrowsAsync<InputException>(() => ReportPost.SendAsync(new OpenLineageReport(), Samples.Assessment, address, TestContext.Current.CancellationToken));

        Assert.Contains("403", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task SendAsync_ToNobody_SaysSoInOneLine()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/");
        server.Stop();

        var error = await Assert.ThrowsAsync<InputException>(() => ReportPost.SendAsync(new OpenLineageReport(), Samples.Assessment, address, TestContext.Current.CancellationToken));

        Assert.Contains("could not be sent", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Answers one request, once it is read as far as its first packet.</summary>
    private static (Uri Address, Task<string> Request) Answer(TcpListener server, string answer)
    {
        server.Start();
        return (new($"http://me:secret@127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/api/v1/lineage?key=secret"), ServeAsync());

        async Task<string> ServeAsync()
        {
            using var client = await server.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var buffer = new byte[1 << 16];
            var text = new StringBuilder();
            while (!text.ToString().Contains("\"outputs\"", StringComparison.Ordinal)) text.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            return text.ToString();
        }
    }
}
