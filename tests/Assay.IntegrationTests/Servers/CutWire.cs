using System.Net;
using System.Net.Sockets;

namespace Assays.IntegrationTests.Servers;

/// <summary>A way to a server that can be cut, as a cable is, and that counts what it carries.</summary>
internal sealed class CutWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _ends = [];
    private readonly IPEndPoint _server;
    private long _carried;

    public CutWire(string server)
    {
        _server = IPEndPoint.Parse(server);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Bytes carried in both directions.</summary>
    public long Carried => Interlocked.Read(ref _carried);

    public string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Cut()
    {
        _listener.Stop();
        lock (_ends)
        {
            // Without lingering the other side gets a reset, not a polite end.
            foreach (var end in _ends) end.Client.Close(0);
        }
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var (near, far) = (await _listener.AcceptTcpClientAsync(), new TcpClient());
                await far.ConnectAsync(_server);
                lock (_ends) _ends.AddRange([near, far]);
                _ = CarryAsync(near, far);
                _ = CarryAsync(far, near);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to)
    {
        try
        {
            var (source, target, buffer) = (from.GetStream(), to.GetStream(), new byte[1 << 16]);
            while (await source.ReadAsync(buffer) is var read and > 0)
            {
                Interlocked.Add(ref _carried, read);
                await target.WriteAsync(buffer.AsMemory(0, read));
            }

            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }
    }
}
