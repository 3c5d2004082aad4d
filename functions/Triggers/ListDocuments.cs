using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Boards;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Http;

namespace OpsAutomation.Functions.Triggers;

/// <summary>The documents of an engagement.</summary>
public sealed class ListDocuments(DocumentShelf shelf, HttpGuard guard)
{
    /// <summary>Lists them.</summary>
    [Function("ListDocuments")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "engagements/{engagement}/documents")] HttpRequest request,
        string engagement,
        CancellationToken cancellationToken) => guard.AnswerAsync(request, async () =>
            EngagementId.TryParse(engagement, out var id) && await shelf.ListAsync(id, Languages.Asked(request), cancellationToken) is { } index
                ? Answers.Page(DocumentsPage.Write(index, RequestLinks.Of(request)))
                : HttpGuard.NotFound(request, Failures.NoEngagement));
}
