using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OpsAutomation.Functions.Tests.Running;

/// <summary>Pages as a browser understands them.</summary>
internal static class PageReader
{
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string address) => new HtmlParser().ParseDocument(await client.GetStringAsync(address));

    /// <summary>The text of the cell of a column in the row that begins with a name; null where there is none.</summary>
    public static string? Cell(this IHtmlDocument page, string row, string column) => page.QuerySelectorAll("tbody tr")
        .FirstOrDefault(one => one.QuerySelector("th")!.TextContent.StartsWith(row, StringComparison.Ordinal))
        ?.QuerySelector($"td[data-label='{column}']")?.TextContent.Trim();
}
