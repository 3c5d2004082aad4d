using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Functions.Http;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Functions.Triggers;

/// <summary>The edge for events from outside: verified, stored, queued, answered.</summary>
public sealed class ReceiveWebhook(WebhookReceiver receiver, HttpGuard guard)
{
    /// <summary>Takes one event.</summary>
    [Function("ReceiveWebhook")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "head", Route = "engagements/{engagement}/webhooks/{source}")] HttpRequest request,
        string engagement,
        string source,
        CancellationToken cancellationToken) => guard.AnswerAsync(request, async () => Answers.Text(await receiver.ReceiveAsync(
            new(engagement, source, request.Method, request.ContentType, name => RequestHeaders.Value(request, name), request.Body)
            {
                Target = RequestTarget.Of(request),
            },
            cancellationToken)));
}
