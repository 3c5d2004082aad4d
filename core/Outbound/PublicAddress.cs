using System.Net;
using System.Net.Sockets;

namespace OpsAutomation.Outbound;

/// <summary>
/// Which addresses belong to the public internet. What an engagement's file names is fetched from inside the OBM's own network: without
/// this a link could read the metadata service or a router. Sources: the IANA registries of special-purpose addresses (RFC 6890).
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Azure's platform answers here inside every virtual machine, though the range looks public.
            "168.63.129.16/32",
            // Within 2000::/3: protocol assignments with Teredo, documentation, 6to4.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address may be connected to; an IPv4 address inside an IPv6 one counts as itself.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        else if (address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address))
            address = new IPAddress(address.GetAddressBytes()[12..]);
        return (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
            && !Array.Exists(Special, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }

    /// <summary>
    /// Whether a link may lead to the public internet as far as its text tells: https, no user name, no private or local host. What its
    /// name resolves to is looked at when connecting (<see cref="GuardedConnector"/>).
    /// </summary>
    public static bool MayBePublic(Uri link) =>
        link.IsAbsoluteUri
        && link.Scheme == Uri.UriSchemeHttps
        && link.UserInfo.Length == 0
        && (IPAddress.TryParse(link.IdnHost, out var address) ? IsPublic(address) : IsPublicName(link.IdnHost));

    // Names that no public resolver answers, or that only a local network gives a meaning to (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal).
    private static bool IsPublicName(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        return name.Contains('.', StringComparison.Ordinal)
            && !Array.Exists([".localhost", ".local", ".internal", ".home.arpa", ".lan", ".test", ".invalid"], end => name.EndsWith(end, StringComparison.Ordinal));
    }
}
