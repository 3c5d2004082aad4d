using Microsoft.AspNetCore.Http;
using NodaTime;
using OpsAutomation.Boards;
using OpsAutomation.Links;

namespace OpsAutomation.Functions.Http;

/// <summary>What the links of an answer carry on.</summary>
internal static class RequestLinks
{
    /// <summary>The part of the query that holds the token of a reader's link.</summary>
    public const string Token = "t";

    /// <summary>The links of an answer: with the key, or for a reader with the token that they came by.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reader">The reader; null for who came with a key.</param>
    /// <param name="now">The moment, where the page lets a reader act; null where it does not.</param>
    public static PageLinks Of(HttpRequest request, ReaderLink? reader = null, Instant? now = null) => reader is null
        ? new(request.Query["code"].FirstOrDefault(), Languages.Asked(request))
        : new(null, Languages.Asked(request)) { Token = request.Query[Token].FirstOrDefault(), SignDocument = reader.ForDocument, SignItem = now is { } moment ? item => reader.ForItem(item, moment) : null };
}
