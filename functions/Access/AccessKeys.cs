using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OpsAutomation.Functions.Composition;

namespace OpsAutomation.Functions.Access;

/// <summary>
/// The keys that open what is the operator's. The functions are open to anybody, since signed links must reach them, and the host hands on
/// no word about the key that came with such a request: so the app compares keys itself. On one machine they are those of the embedded
/// runtime; in the cloud those of the settings, where each may be a reference to a vault. Those of the settings count everywhere.
/// </summary>
public sealed class AccessKeys(IOptions<OpsOptions> options, IConfiguration configuration)
{
    private readonly bool isCloud = StorageSettings.From(configuration).IsCloud;

    /// <summary>Whether the request's header x-functions-key, or else the query's code, holds a key.</summary>
    public bool Opens(HttpRequest request) => Matches(request, Known());

    /// <summary>The same for the health check, which has a key of its own beside them.</summary>
    public bool OpensHealth(HttpRequest request) => Matches(request, [.. Known(), options.Value.HealthKey]);

    private static bool Matches(HttpRequest request, IEnumerable<string> known)
    {
        var given = Hash(request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault() ?? "");
        var opens = false;
        // Every key is compared, so that time tells nothing about which one was near.
        foreach (var key in known.Where(key => key.Length > 0))
            opens |= CryptographicOperations.FixedTimeEquals(given, Hash(key));
        return opens;
    }

    private IEnumerable<string> Known() => isCloud ? options.Value.AccessKeys : options.Value.AccessKeys.Concat(OfTheMachine());

    private List<string> OfTheMachine()
    {
        var runtime = configuration.GetSection("FunctionsRuntime");
        List<string?> keys = [.. runtime.GetSection("FunctionKeys").GetChildren().Concat(runtime.GetSection("AdminKeys").GetChildren()).Select(one => one.Value)];
        if (keys.Count == 0)
            keys.AddRange(Kept(Path.Combine(runtime["Home"] is { Length: > 0 } home ? home : StorageSettings.HomeOf(configuration), "function-keys.json")));
        return [.. keys.OfType<string>()];
    }

    private static IEnumerable<string?> Kept(string file)
    {
        if (!File.Exists(file))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.EnumerateObject().Select(key => key.Value.GetString())];
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
