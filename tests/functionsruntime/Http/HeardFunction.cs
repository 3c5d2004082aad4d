using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.FunctionsRuntime.Tests.Functions;

namespace OpsAutomation.FunctionsRuntime.Tests.Http;

/// <summary>Tells the test what it was asked, and on which port.</summary>
public sealed class HeardFunction(Behaviour behaviour)
{
    [Function("Hear")]
    public IResult Hear([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hear/{word}")] HttpRequest request, string word)
    {
        behaviour.Heard.Enqueue((word, request.HttpContext.Connection.LocalPort));
        return Results.NoContent();
    }
}
