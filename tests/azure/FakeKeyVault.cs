using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;

namespace OpsAutomation.Azure.Tests;

/// <summary>The part of a key vault's REST protocol that secrets use, behind the SDK's own pipeline. Versions of one second tie, as in the real one.</summary>
internal sealed class FakeKeyVault : HttpMessageHandler
{
    public static readonly Uri Address = new("https://fake.vault.azure.net/");

    private readonly Dictionary<string, List<(string Version, string Value, JsonObject Attributes, JsonObject Tags)>> secrets = new(StringComparer.OrdinalIgnoreCase);
    private int versions;

    /// <summary>The second in which everything happens.</summary>
    public long Second { get; set; } = 1_800_000_000;

    /// <summary>The status to answer everything with, or null.</summary>
    public int? Failing { get; set; }

    /// <summary>Whether who asks has the role of a reader.</summary>
    public bool MayOnlyRead { get; set; }

    /// <summary>How many secrets there are.</summary>
    public int Count => secrets.Count;

    public int Requests { get; private set; }

    public HttpClientTransport Transport => new(new HttpClient(this));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is null)
            return Challenge();
        Requests++;
        if (Failing is { } status)
            return Answer(status, new JsonObject { ["error"] = new JsonObject { ["code"] = "Failing", ["message"] = "secret details" } });
        var parts = request.RequestUri!.AbsolutePath.Trim('/').Split('/');
        var name = parts[1];
        if (name.Length > 127 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return Answer(400, new JsonObject { ["error"] = new JsonObject { ["code"] = "BadParameter" } });
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        return (request.Method.Method, parts) switch
        {
            ("PUT", { Length: 2 }) => Set(name, body!),
            ("GET", [_, _, "versions"]) when !secrets.ContainsKey(name) => NotFound(),
            ("GET", [_, _, "versions"]) => Answer(200, new JsonObject { ["value"] = new JsonArray([.. secrets[name].Select(version => (JsonNode)Item(name, version, withValue: false))]) }),
            ("GET", [_, _, var version]) => secrets[name].Find(found => found.Version == version) is { Version: not null } found ? Answer(200, Item(name, found, withValue: true)) : NotFound(),
            ("PATCH", _) when MayOnlyRead => Answer(403, new JsonObject { ["error"] = new JsonObject { ["code"] = "Forbidden", ["message"] = "secret details" } }),
            ("PATCH", [_, _, _]) when !secrets.ContainsKey(name) => NotFound(),
            ("PATCH", [_, _, var version]) => Update(name, version, body!),
            _ => Answer(405, []),
        };
    }

    private HttpResponseMessage Set(string name, JsonObject body)
    {
        if (!secrets.TryGetValue(name, out var all))
            secrets.Add(name, all = []);
        var attributes = new JsonObject { ["enabled"] = true, ["created"] = Second, ["updated"] = Second };
        var version = ((++versions * 7919) % 100_000).ToString("x32", CultureInfo.InvariantCulture);
        all.Add((version, (string)body["value"]!, attributes, body["tags"]?.DeepClone().AsObject() ?? []));
        return Answer(200, Item(name, all[^1], withValue: true));
    }

    private HttpResponseMessage Update(string name, string version, JsonObject body)
    {
        var found = secrets[name].Find(one => one.Version == version);
        if (body["attributes"]?["enabled"] is { } enabled)
            found.Attributes["enabled"] = (bool)enabled;
        return Answer(200, Item(name, found, withValue: false));
    }

    private static JsonObject Item(string name, (string Version, string Value, JsonObject Attributes, JsonObject Tags) version, bool withValue)
    {
        var item = new JsonObject { ["id"] = $"{Address}secrets/{name}/{version.Version}", ["attributes"] = version.Attributes.DeepClone(), ["tags"] = version.Tags.DeepClone() };
        if (withValue)
            item["value"] = version.Value;
        return item;
    }

    private static HttpResponseMessage Challenge()
    {
        var answer = Answer(401, []);
        answer.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer authorization=\"https://login.microsoftonline.com/common\", resource=\"https://vault.azure.net\"");
        return answer;
    }

    private static HttpResponseMessage NotFound() => Answer(404, new JsonObject { ["error"] = new JsonObject { ["code"] = "SecretNotFound" } });

    private static HttpResponseMessage Answer(int status, JsonObject body) => new((System.Net.HttpStatusCode)status)
    {
        Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
    };
}
