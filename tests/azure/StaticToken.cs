using System.Text;
using System.Text.Json;
using Azure.Core;

namespace OpsAutomation.Azure.Tests;

/// <summary>A token as Entra issues them, unsigned: the emulator reads its claims and trusts it.</summary>
internal sealed class StaticToken(string audience, TimeProvider clock) : TokenCredential
{
    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.AddRange(requestContext.Scopes);
        var now = clock.GetUtcNow();
        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["aud"] = audience,
            ["iss"] = "https://sts.windows.net/ab1f708d-50f6-404c-a006-d71b2ac7a606/",
            ["iat"] = now.ToUnixTimeSeconds() - 60,
            ["nbf"] = now.ToUnixTimeSeconds() - 60,
            ["exp"] = now.ToUnixTimeSeconds() + 3600,
        });
        var header = Encoding.ASCII.GetBytes("""{"typ":"JWT","alg":"RS256"}""");
        return new AccessToken($"{Part(header)}.{Part(claims)}.{Part("signature"u8)}", now.AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));

    private static string Part(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
