using Microsoft.AspNetCore.Http;

namespace OpsAutomation.Functions.Http;

/// <summary>Headers as texts.</summary>
internal static class RequestHeaders
{
    /// <summary>The value of a header, those of one that came several times with commas between; null where it is absent.</summary>
    public static string? Value(HttpRequest request, string name) => request.Headers.TryGetValue(name, out var values) ? string.Join(',', values.AsEnumerable()) : null;
}
