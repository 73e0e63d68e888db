using System.Net;
using System.Net.Sockets;

namespace BlazorChat.Load.Client;

/// <summary>
/// A port of this machine that nobody listens at, for a server that a test starts. It is below those that the system gives
/// to connections: so nobody else gets it while the server is stopped and started again.
/// </summary>
public static class FreePort
{
    private const int Lowest = 12_000;
    private const int Highest = 32_000;

    public static int Find()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(Lowest, Highest));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
