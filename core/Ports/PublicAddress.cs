using System.Net;
using System.Net.Sockets;

namespace OpsAutomation.Ports;

/// <summary>
/// Which addresses the product speaks to when somebody else chose the URL: public ones only. What is private, loopback, link-local,
/// multicast, reserved or a cloud's metadata service is refused where the URL is configured, and again for what a name resolves to when
/// the connection is made (IANA's special-purpose registries, RFC 6890).
/// </summary>
public static class PublicAddress
{
    /// <summary>The switch of <see cref="AppContext"/> that lets tests speak to this machine, and plain HTTP to it.</summary>
    public const string LoopbackSwitch = "OpsAutomation.AllowLoopback";

    // Azure's WireServer has a public address and is none.
    private static readonly IPNetwork[] Refused =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(block => IPNetwork.Parse(block)),
    ];

    // What leads nowhere but inside a network, whoever resolves it.
    private static readonly string[] LocalNames = ["local", "internal", "localdomain", "home.arpa", "lan", "intranet", "corp", "home", "private"];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether tests may speak to this machine.</summary>
    public static bool AllowsLoopback => AppContext.TryGetSwitch(LoopbackSwitch, out var allowed) && allowed;

    /// <summary>Whether the product may connect to an address.</summary>
    public static bool IsAllowed(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return AllowsLoopback;
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(Refused, block => block.Contains(address));
        // An address that carries an IPv4 address leads there.
        if (Nat64.Contains(address))
            return IsAllowed(Embedded(address, 12));
        if (SixToFour.Contains(address))
            return IsAllowed(Embedded(address, 2));
        return address.ScopeId == 0 && GlobalUnicast.Contains(address) && !Array.Exists(Refused, block => block.Contains(address));
    }

    /// <summary>Why a URL is refused before anything is looked up, as what was expected of it; null where it is not.</summary>
    public static LocalizedText? Problem(Uri url)
    {
        var literal = Literal(url);
        var onThisMachine = literal is not null ? IPAddress.IsLoopback(literal) : IsNamed(url, "localhost");
        if (onThisMachine && AllowsLoopback && url.Scheme is "http" or "https")
            return url.UserInfo.Length == 0 ? null : WithoutUser;
        if (url.Scheme != Uri.UriSchemeHttps)
            return new("a URL that begins with https:// was expected", "une URL qui commence par https:// est attendue");
        if (url.UserInfo.Length > 0)
            return WithoutUser;
        var isLocalName = literal is null && (onThisMachine || !Host(url).Contains('.', StringComparison.Ordinal) || IsNumber(Host(url))
            || Array.Exists(LocalNames, name => IsNamed(url, name)));
        return isLocalName || (literal is not null && !IsAllowed(literal))
            ? new(
                "a public address was expected: private, local and metadata addresses are refused",
                "une adresse publique est attendue\u00a0: les adresses privées, locales ou de métadonnées sont refusées")
            : null;
    }

    private static LocalizedText WithoutUser { get; } =
        new("a URL without a user name or password was expected", "une URL sans nom d'utilisateur ni mot de passe est attendue");

    // A name that ends with a dot is the same name to whoever resolves it; so is an address in its old forms, such as 0177.1.
    private static string Host(Uri url) => url.IdnHost.TrimEnd('.');

    private static IPAddress? Literal(Uri url) =>
        IPAddress.TryParse(Host(url).Trim('[', ']'), out var address) ? address : null;

    // No name of the internet ends in a number: what cannot be read as an address here may be read as one elsewhere.
    private static bool IsNumber(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length > 0 && (last.All(char.IsAsciiDigit) || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last.Skip(2).All(char.IsAsciiHexDigit)));
    }

    private static bool IsNamed(Uri url, string name)
    {
        var host = Host(url);
        return host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);
    }

    private static IPAddress Embedded(IPAddress address, int at) => new(address.GetAddressBytes().AsSpan(at, 4));
}
