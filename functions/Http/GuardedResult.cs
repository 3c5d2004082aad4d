using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OpsAutomation.Functions.Http;

/// <summary>An answer that no cache keeps for others, no other site frames, and no browser takes for something else than it is.</summary>
internal sealed class GuardedResult(IResult inner, int status, string policy) : IResult
{
    /// <summary>The name under which a reader saves the answer, or null.</summary>
    public string? FileName { get; init; }

    /// <summary>The version, by which a reader asks whether there is another: it may keep the answer and has to ask each time. Null: nothing is kept.</summary>
    public string? Tag { get; init; }

    /// <summary>Where to look instead, or null.</summary>
    public string? Location { get; init; }

    /// <summary>The seconds after which to ask again, or null.</summary>
    public int? RetryAfter { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        var headers = response.Headers;
        headers.CacheControl = Tag is null ? "no-store" : "private, no-cache";
        if (Tag is not null)
            headers.ETag = Tag;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        if (RetryAfter is { } seconds)
            headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Location is not null)
            headers.Location = Location;
        if (FileName is not null)
        {
            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(FileName);
            headers.ContentDisposition = disposition.ToString();
        }

        return inner.ExecuteAsync(httpContext);
    }
}
