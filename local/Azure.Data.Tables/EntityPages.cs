using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The pages of a query. A page may be empty and still be followed by another.</summary>
internal sealed class EntityPages<T>(
    TableEndpoint endpoint, string table, string filter, int? maxPerPage, IEnumerable<string> select, CancellationToken cancellationToken) : AsyncPageable<T>
    where T : class, ITableEntity
{
    // Keys of entities hold no line feed: the service refuses control characters.
    private const char Separator = '\n';

    public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await ReadAsync(continuationToken, pageSizeHint ?? maxPerPage).ConfigureAwait(false);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }

    private async Task<Page<T>> ReadAsync(string continuationToken, int? size)
    {
        using var message = endpoint.Message(RequestMethod.Get, table + "()", Query(continuationToken, size));
        var response = await endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
        using var document = await JsonDocument.ParseAsync(response.ContentStream!, cancellationToken: cancellationToken).ConfigureAwait(false);
        var entities = document.RootElement.GetProperty("value").EnumerateArray().Select(json => EntityProperties.As<T>(EntityJson.Read(json))).ToList();
        var next = response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition)
            ? partition + Separator + (response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? row : "")
            : null;
        return Page<T>.FromValues(entities, next, response);
    }

    private string Query(string continuationToken, int? size)
    {
        var parts = new List<string>();
        if (!string.IsNullOrEmpty(filter))
            parts.Add("$filter=" + Uri.EscapeDataString(filter));
        if (select is not null)
            parts.Add("$select=" + Uri.EscapeDataString(string.Join(',', select)));
        if (size is { } top)
            parts.Add("$top=" + top);
        if (continuationToken?.Split(Separator, 2) is [var partition, var row])
        {
            parts.Add("NextPartitionKey=" + Uri.EscapeDataString(partition));
            if (row.Length > 0)
                parts.Add("NextRowKey=" + Uri.EscapeDataString(row));
        }

        return parts.Count == 0 ? null : string.Join('&', parts);
    }
}
