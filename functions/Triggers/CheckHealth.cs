using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Functions.Access;
using OpsAutomation.Functions.Health;
using OpsAutomation.Functions.Http;

namespace OpsAutomation.Functions.Triggers;

/// <summary>Whether the app lives, for all; how its ports are, for who has a key.</summary>
public sealed class CheckHealth(AccessKeys keys, HealthCheck check)
{
    /// <summary>Answers.</summary>
    [Function("Health")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var report = keys.OpensHealth(request) ? await check.RunAsync(cancellationToken) : new HealthReport("alive");
        return Answers.Json(report, AnswerJson.Readable.HealthReport, report.Status == "not-ready" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
