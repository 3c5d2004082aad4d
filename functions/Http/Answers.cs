using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using OpsAutomation.Links;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Functions.Http;

/// <summary>Answers of HTTP functions, each with the headers that keep it to its reader.</summary>
internal static class Answers
{
    // A page of ours holds text and one style sheet: no script, no picture, no frame, no form that leaves.
    private const string PagePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    public static IResult Page(string html, int status = StatusCodes.Status200OK, int? retryAfter = null) =>
        new GuardedResult(Results.Bytes(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8"), status, PagePolicy) { RetryAfter = retryAfter };

    public static IResult Json<T>(
        T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK, string? mediaType = null, int? retryAfter = null) =>
        new GuardedResult(Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(value, type), mediaType ?? "application/json; charset=utf-8"), status, DataPolicy)
        {
            RetryAfter = retryAfter,
        };

    /// <summary>A stored file, shown by the browser where it can.</summary>
    public static IResult File(Stream content, string mediaType, string name) =>
        new GuardedResult(Results.Stream(content, mediaType), StatusCodes.Status200OK, PagePolicy) { FileName = name };

    /// <summary>A file with its version.</summary>
    public static IResult Tagged(ReadOnlyMemory<byte> content, string mediaType, string name, string tag) =>
        new GuardedResult(Results.Bytes(content, mediaType), StatusCodes.Status200OK, DataPolicy) { FileName = name, Tag = tag };

    /// <summary>The reader has the version that there is.</summary>
    public static IResult Unchanged(string tag) => new GuardedResult(Results.Empty, StatusCodes.Status304NotModified, DataPolicy) { Tag = tag };

    public static IResult Link(LinkAnswer answer) => answer.Location is { } location
        ? new GuardedResult(Results.Empty, answer.Status, PagePolicy) { Location = location }
        : Page(answer.Html, answer.Status);

    public static IResult Text(WebhookAnswer answer) => new GuardedResult(
        answer.Body is null ? Results.Empty : Results.Bytes(Encoding.UTF8.GetBytes(answer.Body), "text/plain; charset=utf-8"), answer.Status, DataPolicy);
}
