using System.Text.RegularExpressions;

namespace OpsAutomation.CrashHost;

/// <summary>
/// Names what a request changes outside the process, such as <c>state:digests</c>, <c>blob:documents:write</c>, <c>queue:kpis:send</c> or
/// <c>graph:POST messages.send</c>. Derived from the request alone: a new effect of the product has a name without anybody listing it.
/// </summary>
internal sealed partial class EffectNames
{
    private readonly (string Kind, Uri Root)[] roots;

    /// <summary>Reads the addresses of the services from the app's own settings.</summary>
    public EffectNames(string? storage, string? graph)
    {
        var parts = (storage ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2 && part[0].EndsWith("Endpoint", StringComparison.Ordinal))
            .Select(part => (part[0][..^"Endpoint".Length].ToLowerInvariant(), new Uri(part[1].TrimEnd('/') + "/")));
        roots = graph is null ? [.. parts] : [.. parts, ("graph", new Uri(graph.TrimEnd('/') + "/"))];
    }

    /// <summary>The name of a request's effect; null where it only reads, or sets up storage.</summary>
    public string? Of(HttpRequestMessage request)
    {
        if (request.RequestUri is not { } uri || request.Method == HttpMethod.Get || request.Method == HttpMethod.Head)
            return null;
        foreach (var (kind, root) in roots)
        {
            if (!uri.GetLeftPart(UriPartial.Authority).Equals(root.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase))
                continue;
            var path = uri.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal) ? uri.AbsolutePath[root.AbsolutePath.Length..] : uri.AbsolutePath.TrimStart('/');
            return kind switch
            {
                "blob" => Blob(request.Method, path, uri.Query),
                "queue" => Queue(request.Method, path),
                "table" => Table(request),
                _ => $"graph:{request.Method} {Shape(path)}",
            };
        }

        return $"http:{request.Method}";
    }

    // engagements/engagement/folder/…, or a container for one folder.
    private static string? Blob(HttpMethod method, string path, string query)
    {
        var parts = path.Split('/');
        if (parts.Length < 2)
            return null;
        // The host's own container: what it locks and remembers, by host and function.
        if (parts[0] == "azure-webjobs-hosts")
            return $"host:{parts[1]}";
        var folder = parts[0] != "engagements" || parts.Length < 4 ? parts[0] : parts[2];
        return $"blob:{folder}:{(method == HttpMethod.Delete ? "delete" : query.Contains("comp=block&", StringComparison.Ordinal) || query.EndsWith("comp=block", StringComparison.Ordinal) ? "block" : "write")}";
    }

    private static string? Queue(HttpMethod method, string path)
    {
        var parts = path.Split('/');
        if (parts.Length < 2)
            return null;
        return $"queue:{parts[0]}:{(method == HttpMethod.Post ? "send" : method == HttpMethod.Delete ? "done" : "hide")}";
    }

    private static string? Table(HttpRequestMessage request)
    {
        if (request.Content is null || !request.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal))
            return null;
        using var body = new MemoryStream();
        request.Content.CopyTo(body, null, CancellationToken.None);
        var text = System.Text.Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        var collections = RowKeys().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return "state:" + string.Join('+', collections);
    }

    // What stands after the name of a collection is an id, and says nothing.
    private static string Shape(string path)
    {
        var shape = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (CollectionNames().IsMatch(part))
                shape.Add(part);
        }

        return shape.Count == 0 ? "/" : string.Join('.', shape);
    }

    [GeneratedRegex("""RowKey(?:=%27|='|"\s*:\s*")([a-z-]+)(?::|%3A)""", RegexOptions.IgnoreCase)]
    private static partial Regex RowKeys();

    [GeneratedRegex("^(messages|attachments|mailFolders|childFolders|send|move|createUploadSession|upload.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex CollectionNames();
}
