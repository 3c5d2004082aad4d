using System.Text;
using OpsAutomation.Core.Tests.Webhooks;
using OpsAutomation.Engagements;
using OpsAutomation.Fuzz.Tests.Bytes;
using OpsAutomation.Fuzz.Tests.Exports;
using OpsAutomation.Fuzz.Tests.Running;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Fuzz.Tests.Webhooks;

/// <summary>A request to the edge: a vendor's body, sound, damaged or made up, signed or not, with headers that may be anything.</summary>
internal sealed class RandomDelivery
{
    private static readonly string?[] ContentTypes =
    [
        null, "", "application/json; charset=utf-8", "application/json; charset=\"utf-8\"; charset=utf-16", "application/json;", "text/plain", "application/x-www-form-urlencoded", "application/cloudevents+json", "multipart/form-data; boundary=x", "application/json\u0000", "APPLICATION/JSON",
    ];

    private static readonly string[] HeaderValues =
    [
        "", " ", ",", ",,,", "t=,v1=", "t=1,t=2,v1=00,v1=", "v1,", "v1, v1,", "v0=", "sha256=", "sha1=zz", "Bearer ", "Basic ====", "Basic Og==", "-1", "0", "9223372036854775807", "99999999999999999999", "1e9", "１７６７", "\u0000", "é",
    ];

    private static readonly string[] TokenSources = ["zapier", "make", "crm", "n8n"];

    public RandomDelivery(FuzzCase one, WebhookWorld world)
    {
        var scheme = one.Any(Enum.GetValues<WebhookScheme>());
        Source = scheme == WebhookScheme.Token ? one.Any(TokenSources) : VendorWorld.SourceOf(scheme);
        Body = Bytes(one, scheme, out var contentType);
        one.Input = Body;
        one.Shape = $"{scheme}, {contentType}";
        ContentType = one.Chance(90) ? contentType : one.Any(ContentTypes);
        Target = WebhookAddresses.PathOf(Engagement, Source) + (one.Chance(5) ? one.Any(["?a=%ZZ", "?%", "#x", "?" + new string('q', 5000), "\u0000", "/../x", "?é=😀"]) : "");
        HasSecret = one.Chance(85);
        var secret = !HasSecret ? "whsec_" + Convert.ToBase64String("another secret of another"u8) : scheme == WebhookScheme.Token ? $"token-lumen-{Source}" : VendorWorld.SecretOf(scheme, WebhookWorld.Lumen, 1);
        var at = world.Time.Now;
        Headers = WebhookSigner.Sign(scheme, secret, Body, "https://ops.example.com" + Target, at, one.Chance(90) ? one.Name : Tokens.Text(one.Random));
        if (Source == "make")
            Headers["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"maker:{secret}"));
        else if (Source == "crm")
            Headers["X-Crm-Key"] = secret;
        if (one.Chance(10))
            Headers["X-Event-Id"] = Tokens.Text(one.Random);
        if (one.Chance(25))
            Damage(one);
    }

    public string Engagement { get; } = "lumen";

    public string Source { get; }

    public string Target { get; }

    public string? ContentType { get; }

    public byte[] Body { get; }

    public Dictionary<string, string> Headers { get; }

    /// <summary>Whether it was signed with the source's own secret.</summary>
    public bool HasSecret { get; }

    private void Damage(FuzzCase one)
    {
        var name = one.Any([.. Headers.Keys]);
        var value = Headers[name];
        switch (one.Random.Next(5))
        {
            case 0: Headers.Remove(name); break;
            case 1: Headers[name] = one.Any(HeaderValues); break;
            case 2: Headers[name] = $"{value},{value}"; break;
            case 3: Headers[name] = value + Tokens.Text(one.Random); break;
            default: Headers[name] = Encoding.Latin1.GetString(Mutator.Damage(Encoding.UTF8.GetBytes(value), one.Random)); break;
        }
    }

    private static byte[] Bytes(FuzzCase one, WebhookScheme scheme, out string contentType)
    {
        var samples = WebhookSamples.Of(scheme).ToList();
        var sample = samples.Count > 0 && one.Chance(85) ? one.Any(samples) : one.Any(WebhookSamples.All);
        contentType = sample.ContentType;
        var isJson = contentType == "application/json";
        var bytes = one.Random.Next(10) switch
        {
            0 when isJson => Encoding.UTF8.GetBytes(RandomTables.JsonValue(one, 0)),
            1 when isJson => RandomTables.Json(one),
            2 when isJson => Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat(sample.Text, one.Random.Next(1, 20))) + "]"),
            3 or 4 when isJson => Encoding.UTF8.GetBytes(JsonDamage.Change(one, sample.Text)),
            5 => sample.Body,
            _ => Mutator.Damage(sample.Body, one.Random),
        };
        return one.IsLarge ? Mutator.Grow(bytes, one.Random, FuzzCase.LargeBytes - one.Random.Next(3000)) : bytes;
    }
}
