using Microsoft.AspNetCore.Http;
using OpsAutomation.Boards;
using OpsAutomation.Links;

namespace OpsAutomation.Functions.Http;

/// <summary>What the links of an answer carry on.</summary>
internal static class RequestLinks
{
    /// <summary>The part of the query that holds the token of a reader's link.</summary>
    public const string Token = "t";

    /// <summary>The links of an answer: with the key, or for a reader with the token that they came by.</summary>
    public static PageLinks Of(HttpRequest request, ReaderLink? reader = null) => reader is null
        ? new(request.Query["code"].FirstOrDefault(), Languages.Asked(request))
        : new(null, Languages.Asked(request)) { Token = request.Query[Token].FirstOrDefault(), SignDocument = reader.ForDocument };
}
