using System.Net;
using System.Net.Sockets;

namespace Assays.IntegrationTests.Servers;

/// <summary>Ports that nobody listens at, from a range of the tests' own.</summary>
internal static class FreePort
{
    private static int _last = 55_399;

    public static int Next()
    {
        while (Interlocked.Increment(ref _last) is var port and < 55_500)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Another server has it.
            }
        }

        throw new InvalidOperationException("No port from 55400 to 55499 is free.");
    }
}
