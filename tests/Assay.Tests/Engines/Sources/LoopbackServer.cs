using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Assays.Tests.Engines.Sources;

/// <summary>A web server on this machine that gives one answer, byte by byte as the test wrote it.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <param name="head">The status and the headers, one a line.</param>
    public LoopbackServer(string head, byte[] body)
    {
        _listener.Start();
        _ = AnswerAsync([.. Encoding.ASCII.GetBytes(head.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\nConnection: close\r\n\r\n"), .. body]);
    }

    public static LoopbackServer With(byte[] body) => new($"HTTP/1.1 200 OK\nContent-Length: {body.Length}", body);

    public Uri Address(string path) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{path}");

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var request = new byte[4096];
                await client.GetStream().ReadAtLeastAsync(request, 1, throwOnEndOfStream: false);
                await client.GetStream().WriteAsync(answer);
            }
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException or IOException)
        {
            // The test is over, or the client went away.
        }
    }
}
