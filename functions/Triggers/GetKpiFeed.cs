using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Feeds;
using OpsAutomation.Functions.Http;

namespace OpsAutomation.Functions.Triggers;

/// <summary>The KPIs for spreadsheets and dashboards, by a token of their own.</summary>
public sealed class GetKpiFeed(KpiFeedReader feeds, HttpGuard guard)
{
    /// <summary>Gives them as CSV or JSON.</summary>
    [Function("GetKpiFeed")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "engagements/{engagement}/kpis.{format}")] HttpRequest request,
        string engagement,
        string format,
        CancellationToken cancellationToken) => guard.AnswerAsync(request, async () =>
            await feeds.ReadAsync(engagement, format, FeedRequest.TokenOf(request), Languages.Asked(request), cancellationToken) is { } file
                ? FeedRequest.Answer(request, file)
                : HttpGuard.Unauthorized(request, Failures.NoFeed));
}
