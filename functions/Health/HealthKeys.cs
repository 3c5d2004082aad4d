using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OpsAutomation.Functions.Composition;

namespace OpsAutomation.Functions.Health;

/// <summary>
/// Who is told how the ports are. The health check is open to anybody, and the host hands on no word about the key that came with such a
/// request: so there is a key of its own, and on one machine the keys of the functions open it too.
/// </summary>
public sealed class HealthKeys(IOptions<OpsOptions> options, IConfiguration configuration)
{
    /// <summary>Whether the request's header x-functions-key, or else the query's code, holds a key.</summary>
    public bool Opens(HttpRequest request)
    {
        var given = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        if (string.IsNullOrEmpty(given))
            return false;
        var hash = Hash(given);
        var opens = false;
        // Every key is compared, so that time tells nothing about which one was near.
        foreach (var key in Known())
            opens |= CryptographicOperations.FixedTimeEquals(hash, Hash(key));
        return opens;
    }

    private List<string> Known()
    {
        var runtime = configuration.GetSection("FunctionsRuntime");
        List<string?> functions = [.. runtime.GetSection("FunctionKeys").GetChildren().Concat(runtime.GetSection("AdminKeys").GetChildren()).Select(one => one.Value)];
        if (functions.Count == 0)
            functions.AddRange(Kept(Path.Combine(runtime["Home"] is { Length: > 0 } home ? home : StorageSettings.HomeOf(configuration), "function-keys.json")));
        return [.. functions.Append(options.Value.HealthKey).OfType<string>().Where(key => key.Length > 0)];
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
