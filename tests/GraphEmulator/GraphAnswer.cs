using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OpsAutomation.GraphEmulator;

/// <summary>Answers in the shapes of Graph.</summary>
internal static class GraphAnswer
{
    /// <summary>An entity or a collection.</summary>
    public static IResult Json(JsonNode body, int status = StatusCodes.Status200OK) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    /// <summary>An error.</summary>
    public static IResult Error(int status, string code, string message) => Json(ErrorBody(code, message), status);

    /// <summary>The body of an error.</summary>
    public static JsonObject ErrorBody(string code, string message) => new()
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["innerError"] = new JsonObject { ["request-id"] = "emulator" } },
    };

    /// <summary>A page of a collection; the next link keeps the query.</summary>
    public static IResult Page<T>(HttpRequest request, IReadOnlyList<T> all, Func<T, JsonNode> json)
    {
        var skip = GraphQuery.Number(request, "$skip") ?? 0;
        var top = GraphQuery.Number(request, "$top") ?? 10;
        JsonArray page = [.. all.Skip(skip).Take(top).Select(json)];
        var body = new JsonObject { ["value"] = page };
        if (skip + top < all.Count)
        {
            var rest = request.Query.Where(pair => pair.Key != "$skip").Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
            body["@odata.nextLink"] = $"{request.Scheme}://{request.Host}{request.Path}?{string.Join('&', rest.Append($"$skip={skip + top}"))}";
        }

        return Json(body);
    }
}
