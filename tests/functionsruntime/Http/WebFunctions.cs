using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace OpsAutomation.FunctionsRuntime.Tests.Http;

/// <summary>HTTP functions as the product writes them.</summary>
public sealed class WebFunctions
{
    [Function("Greet")]
    public IResult Greet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "greet/{name}/{count:int}")] HttpRequest request, string name, int count, string? mood, CancellationToken cancellationToken)
        => Results.Text($"{request.Method} {name} {count} {mood ?? "none"} {cancellationToken.CanBeCanceled}");

    [Function("File")]
    public static IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string path)
        => Results.Text(path);

    [Function("Keyed")]
    public IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get", "post")] HttpRequest request) => Results.NoContent();

    [Function("Administer")]
    public async Task<IResult> AdministerAsync([HttpTrigger(AuthorizationLevel.Admin, "post")] HttpContext context)
    {
        await Task.Yield();
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    [Function("Fail")]
    public IResult Fail([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => throw new InvalidOperationException("a secret");
}
