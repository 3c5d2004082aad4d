using System.Net;
using System.Net.Sockets;
using OpsAutomation.Ports;

namespace OpsAutomation.Outbound;

/// <summary>
/// Connects to the public internet only: the very address that was looked at is connected to, so that a name which resolves differently
/// a moment later gains nothing.
/// </summary>
/// <param name="isAllowed">Which addresses may be connected to; null for <see cref="PublicAddress.IsAllowed"/>.</param>
/// <param name="resolve">Gives the addresses of a name; null asks the machine's resolver.</param>
public sealed class GuardedConnector(
    Func<IPAddress, bool>? isAllowed = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly Func<IPAddress, bool> isAllowed = isAllowed ?? PublicAddress.IsAllowed;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>
    /// A handler that connects so. It follows no redirect (the caller looks at each), keeps no cookie and uses no proxy, which would resolve
    /// names by itself. It takes no part in tracing, which would record URLs, and some are secrets.
    /// </summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, cancellationToken),
    };

    /// <summary>Opens a connection to the first address of a host that is allowed and answers.</summary>
    /// <exception cref="PrivateAddressException">None of its addresses is allowed.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await resolve(host.Host, cancellationToken).ConfigureAwait(false);
        var allowed = Array.FindAll(addresses, address => isAllowed(address));
        if (allowed.Length == 0)
            throw new PrivateAddressException();
        for (var i = 0; ; i++)
        {
            var socket = new Socket(allowed[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(allowed[i], host.Port), cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < allowed.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
