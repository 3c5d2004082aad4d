using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Functions.Access;
using OpsAutomation.Functions.Http;
using OpsAutomation.Uploads;

namespace OpsAutomation.Functions.Triggers;

/// <summary>An export that a person or a program hands over.</summary>
public sealed class UploadExport(UploadDesk desk, PageAccess access)
{
    /// <summary>Stores it, queues its import and says so.</summary>
    [Function("UploadExport")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "engagements/{engagement}/exports")] HttpRequest request,
        string engagement,
        CancellationToken cancellationToken) => access.ForOperatorAsync(request, async () =>
        {
            if (request.ContentLength > UploadDesk.LargestBody)
                return HttpGuard.TooLarge(request, Failures.UploadTooLarge(engagement));
            var receipt = await UploadForm.ReadAsync(request, engagement, cancellationToken) is { } upload
                ? await desk.AcceptAsync(upload, cancellationToken)
                : null;
            return receipt is null
                ? HttpGuard.NotFound(request, Failures.NoEngagement)
                : Answers.Json(
                    new UploadAnswer(receipt.Engagement.Value, receipt.Job, receipt.File, receipt.Location), AnswerJson.Readable.UploadAnswer, StatusCodes.Status202Accepted);
        },
        Failures.UploadTooLarge(engagement));
}
