using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpsAutomation.GraphEmulator;

/// <summary>Query options; the SDK writes them with and without the dollar sign.</summary>
internal static class GraphQuery
{
    public static string? Text(HttpRequest request, string option) =>
        request.Query.TryGetValue(option, out var value) || request.Query.TryGetValue(option.TrimStart('$'), out value) ? value.ToString() : null;

    public static int? Number(HttpRequest request, string option) =>
        int.TryParse(Text(request, option), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool Selects(HttpRequest request, string field) =>
        Text(request, "$select")?.Split(',').Contains(field, StringComparer.OrdinalIgnoreCase) == true;
}
