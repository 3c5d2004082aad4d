using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Functions.Http;
using OpsAutomation.Links;

namespace OpsAutomation.Functions.Triggers;

/// <summary>The signed link in every digest by which its reader ends them. Looking changes nothing; a POST acts, also that of RFC 8058.</summary>
public sealed class Unsubscribe(UnsubscribeHandler handler, HttpGuard guard)
{
    /// <summary>Asks, or acts.</summary>
    [Function("Unsubscribe")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "unsubscribe/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) => guard.AnswerAsync(request, async () => Answers.Link(
            HttpMethods.IsPost(request.Method) ? await handler.ConfirmAsync(token, cancellationToken) : await handler.ShowAsync(token, cancellationToken)));
}
