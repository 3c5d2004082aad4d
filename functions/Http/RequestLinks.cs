using Microsoft.AspNetCore.Http;
using OpsAutomation.Boards;

namespace OpsAutomation.Functions.Http;

/// <summary>What the links of an answer carry on.</summary>
internal static class RequestLinks
{
    public static PageLinks Of(HttpRequest request) => new(request.Query["code"].FirstOrDefault(), Languages.Asked(request));
}
