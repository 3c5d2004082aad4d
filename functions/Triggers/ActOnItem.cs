using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Functions.Http;
using OpsAutomation.Links.Acts;

namespace OpsAutomation.Functions.Triggers;

/// <summary>The signed page of one item. Looking changes nothing; a POST acts, once.</summary>
public sealed class ActOnItem(ActHandler handler, HttpGuard guard)
{
    /// <summary>Shows the item, or acts on it.</summary>
    [Function("ActOnItem")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "act/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) => guard.AnswerAsync(request, async () => Answers.Link(HttpMethods.IsPost(request.Method)
            ? await handler.ActAsync(token, await PostedForm.ReadAsync(request, cancellationToken), Languages.Asked(request), cancellationToken)
            : await handler.ShowAsync(token, Languages.Asked(request), cancellationToken)));
}
