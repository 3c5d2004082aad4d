using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Boards;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Http;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A document of an engagement.</summary>
public sealed class GetDocument(DocumentShelf shelf, HttpGuard guard)
{
    /// <summary>Gives the file.</summary>
    [Function("GetDocument")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "engagements/{engagement}/documents/{*path}")] HttpRequest request,
        string engagement,
        string? path,
        CancellationToken cancellationToken) => guard.AnswerAsync(request, async () =>
            EngagementId.TryParse(engagement, out var id) && path is not null && await shelf.OpenAsync(id, path, cancellationToken) is { } file
                ? Answers.File(file.Content, file.MediaType, file.Name)
                : HttpGuard.NotFound(request, Failures.NoDocument));
}
