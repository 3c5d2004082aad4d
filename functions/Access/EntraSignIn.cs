using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsAutomation.Functions.Composition;

namespace OpsAutomation.Functions.Access;

/// <summary>
/// People who signed in with Microsoft Entra, as App Service authentication tells in the header X-MS-CLIENT-PRINCIPAL. Anybody can send
/// such a header: it counts only where the settings say that the app is behind App Service authentication, where the platform says that it
/// is on (it then takes the header off what comes from outside), and never on one machine.
/// </summary>
public sealed partial class EntraSignIn
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const int LongestHeader = 64 * 1024;
    private static readonly string[] TenantClaims = ["http://schemas.microsoft.com/identity/claims/tenantid", "tid"];
    private static readonly string[] PersonClaims = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private readonly OpsOptions options;

    /// <summary>Reads the settings.</summary>
    public EntraSignIn(IOptions<OpsOptions> options, IConfiguration configuration, ILogger<EntraSignIn> log)
    {
        this.options = options.Value;
        var isBehind = StorageSettings.From(configuration).IsCloud
            && string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase);
        IsOn = this.options.EntraSignIn && isBehind;
        if (this.options.EntraSignIn && !isBehind)
            NotBehind(log);
    }

    /// <summary>Where a person signs in, relative to the app's root.</summary>
    public const string Address = "/.auth/login/aad";

    /// <summary>Whether the header is trusted.</summary>
    public bool IsOn { get; }

    /// <summary>Whether the request is that of a person whom the settings let in.</summary>
    public bool Opens(HttpRequest request) => IsOn && IsOwn(request) && Person(request) is { } person
        && Names([options.EntraTenant], [person.Tenant])
        && (Names(options.EntraUsers, [person.Id]) || Names(options.EntraGroups, person.Groups));

    // The sign-in is a cookie, which a browser also sends with what another site makes it post.
    private bool IsOwn(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return true;
        if (string.Equals(request.Headers["Sec-Fetch-Site"].FirstOrDefault(), "cross-site", StringComparison.OrdinalIgnoreCase))
            return false;
        var origin = request.Headers.Origin.FirstOrDefault();
        return origin is null || (Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var own)
            && string.Equals(origin, own.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
    }

    private static (string Tenant, string Id, List<string> Groups)? Person(HttpRequest request)
    {
        if (request.Headers[Header] is not [{ Length: > 0 and <= LongestHeader } text])
            return null;
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(text));
            var root = document.RootElement;
            if (root.GetProperty("auth_typ").GetString() != "aad")
                return null;
            var claims = root.GetProperty("claims").EnumerateArray()
                .Select(claim => (Type: claim.GetProperty("typ").GetString() ?? "", Value: claim.GetProperty("val").GetString() ?? "")).ToList();
            var tenants = Values(TenantClaims);
            var people = Values(PersonClaims);
            return tenants.Count == 1 && people.Count == 1 ? (tenants[0], people[0], Values(["groups"])) : null;

            List<string> Values(string[] types) =>
                [.. claims.Where(claim => types.Contains(claim.Type, StringComparer.Ordinal)).Select(claim => claim.Value).Distinct(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Whatever it is, it is no principal.
            return null;
        }
    }

    private static bool Names(IEnumerable<string> allowed, List<string> ids) =>
        allowed.Any(one => Guid.TryParse(one, out var id) && ids.Exists(other => Guid.TryParse(other, out var given) && given == id));

    [LoggerMessage(120, LogLevel.Warning, "Ops__EntraSignIn is set, but the app is not behind App Service authentication: no sign-in is trusted", EventName = "SignInNotTrusted")]
    private static partial void NotBehind(ILogger log);
}
