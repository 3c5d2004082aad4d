using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using OpsAutomation.Feeds;

namespace OpsAutomation.Functions.Http;

/// <summary>How a tool asks for the feed, and is answered.</summary>
internal static class FeedRequest
{
    private const string Scheme = "Bearer ";

    /// <summary>The token: from the header where there is one, else from the query, since some tools can send no header; null without any.</summary>
    public static string? TokenOf(HttpRequest request) =>
        RequestHeaders.Value(request, HeaderNames.Authorization) is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : request.Query["token"].FirstOrDefault();

    /// <summary>The file, or nothing where the tool has it already.</summary>
    public static IResult Answer(HttpRequest request, KpiFeedFile file)
    {
        var isKnown = request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(new EntityTagHeaderValue(file.Tag), useStrongComparison: false) || tag.Equals(EntityTagHeaderValue.Any));
        return isKnown ? Answers.Unchanged(file.Tag) : Answers.Tagged(file.Content, file.MediaType, file.Name, file.Tag);
    }
}
