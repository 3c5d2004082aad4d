using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Boards;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Access;
using OpsAutomation.Functions.Http;
using OpsAutomation.Links;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A document of an engagement.</summary>
public sealed class GetDocument(DocumentShelf shelf, PageAccess access)
{
    /// <summary>Gives the file.</summary>
    [Function("GetDocument")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "engagements/{engagement}/documents/{*path}")] HttpRequest request,
        string engagement,
        string? path,
        CancellationToken cancellationToken) => access.ForReaderAsync(request, engagement, LinkPurpose.Document, DocumentShelf.DocumentIn(path ?? ""), async _ =>
            EngagementId.TryParse(engagement, out var id) && path is not null && await shelf.OpenAsync(id, path, cancellationToken) is { } file
                ? Answers.File(file.Content, file.MediaType, file.Name)
                : HttpGuard.NotFound(request, Failures.NoDocument), cancellationToken);
}
