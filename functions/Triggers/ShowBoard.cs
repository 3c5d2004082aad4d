using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using OpsAutomation.Boards;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Access;
using OpsAutomation.Functions.Http;
using OpsAutomation.Links;

namespace OpsAutomation.Functions.Triggers;

/// <summary>One client on one page.</summary>
public sealed class ShowBoard(BoardReader boards, PageAccess access, TimeProvider time)
{
    /// <summary>Shows it as it stands now.</summary>
    [Function("ShowBoard")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "engagements/{engagement}/board")] HttpRequest request,
        string engagement,
        CancellationToken cancellationToken) => access.ForReaderAsync(request, engagement, LinkPurpose.Board, null, async link =>
            EngagementId.TryParse(engagement, out var id) && await boards.ReadAsync(id, Languages.Asked(request, link), cancellationToken) is { } board
                ? Answers.Page(BoardPage.Write(board, RequestLinks.Of(request, link, Instant.FromDateTimeOffset(time.GetUtcNow()))))
                : HttpGuard.NotFound(request, Failures.NoEngagement), cancellationToken);
}
