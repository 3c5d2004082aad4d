using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Boards;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Access;
using OpsAutomation.Functions.Http;
using OpsAutomation.Links;

namespace OpsAutomation.Functions.Triggers;

/// <summary>The documents of an engagement.</summary>
public sealed class ListDocuments(DocumentShelf shelf, PageAccess access)
{
    /// <summary>Lists them.</summary>
    [Function("ListDocuments")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "engagements/{engagement}/documents")] HttpRequest request,
        string engagement,
        CancellationToken cancellationToken) => access.ForReaderAsync(request, engagement, LinkPurpose.Board, null, async link =>
            EngagementId.TryParse(engagement, out var id) && await shelf.ListAsync(id, Languages.Asked(request, link), cancellationToken) is { } index
                ? Answers.Page(DocumentsPage.Write(index, RequestLinks.Of(request, link)))
                : HttpGuard.NotFound(request, Failures.NoEngagement), cancellationToken);
}
