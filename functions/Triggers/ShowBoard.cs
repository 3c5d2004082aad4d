using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Boards;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Http;

namespace OpsAutomation.Functions.Triggers;

/// <summary>One client on one page.</summary>
public sealed class ShowBoard(BoardReader boards, HttpGuard guard)
{
    /// <summary>Shows it as it stands now.</summary>
    [Function("ShowBoard")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "engagements/{engagement}/board")] HttpRequest request,
        string engagement,
        CancellationToken cancellationToken) => guard.AnswerAsync(request, async () =>
            EngagementId.TryParse(engagement, out var id) && await boards.ReadAsync(id, Languages.Asked(request), cancellationToken) is { } board
                ? Answers.Page(BoardPage.Write(board, RequestLinks.Of(request)))
                : HttpGuard.NotFound(request, Failures.NoEngagement));
}
