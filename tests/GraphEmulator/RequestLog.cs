using Microsoft.AspNetCore.Http;

namespace OpsAutomation.GraphEmulator;

/// <summary>What was asked of the emulator, control apart, in the order of arrival.</summary>
public sealed class RequestLog
{
    private readonly List<LoggedRequest> requests = [];
    private readonly Lock gate = new();

    /// <summary>Every request so far.</summary>
    public IReadOnlyList<LoggedRequest> All
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>Forgets what was asked.</summary>
    public void Clear()
    {
        lock (gate)
            requests.Clear();
    }

    internal void Add(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/_control", StringComparison.Ordinal))
            return;
        var logged = new LoggedRequest(request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", request.Headers["Prefer"].ToString());
        lock (gate)
            requests.Add(logged);
    }
}
