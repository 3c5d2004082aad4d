using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace OpsAutomation.Functions.Http;

/// <summary>The path and query of a request.</summary>
internal static class RequestTarget
{
    /// <summary>As the client sent them, escapes and all; put together from what was read of them where the server does not say.</summary>
    public static string Of(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] raw ? raw : request.GetEncodedPathAndQuery();
}
