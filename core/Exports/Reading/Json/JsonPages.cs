using System.Text.Json;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>Several answers of an API, one behind the other: each is a page, a list of records with what leads to the next page.</summary>
internal static class JsonPages
{
    // What stands beside the list on a page and tells nothing of its records.
    private static readonly HashSet<string> Beside = new(StringComparer.OrdinalIgnoreCase)
    {
        "paging", "pagination", "total", "count", "next", "next_page", "nextPage", "previous", "previous_page", "prev", "links", "_links", "meta", "info", "has_more", "hasMore", "has-more",
        "object", "url", "offset", "limit", "start", "page", "pages", "per_page", "success", "additional_data", "done", "totalSize", "total_count", "nextRecordsUrl", "cursor", "next_cursor",
        "nextPageToken", "pageInfo", "included", "status", "@odata.context", "@odata.nextLink", "@odata.count", "end_time", "after_cursor", "end_of_stream",
    };

    /// <summary>The records of all pages where each element is a page with a list of that name; else null.</summary>
    /// <param name="document">The whole document.</param>
    /// <param name="pages">The elements' places.</param>
    /// <param name="isList">Whether a list is known to be one of records by its name.</param>
    public static JsonList? Records(ReadOnlySpan<byte> document, JsonList pages, Func<string, bool> isList)
    {
        JsonList? all = null;
        foreach (var place in pages.Records)
        {
            if (Page(document[place], place.Start.Value, isList) is not { } page || (all is not null && page.Name != all.Name))
                return null;
            all ??= new JsonList(page.Name, pages.IsLines);
            foreach (var record in page.Records)
                all.Add(record);
            all.HasObjects |= page.HasObjects;
        }

        return all?.HasObjects == true ? all : null;
    }

    private static JsonList? Page(ReadOnlySpan<byte> page, int start, Func<string, bool> isList)
    {
        var reader = new Utf8JsonReader(page, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        JsonList? list = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.TextOf();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray && list is null && isList(name))
            {
                list = new JsonList(name, IsLines: false);
                list.Collect(ref reader, start);
            }
            else if (Beside.Contains(name))
            {
                reader.Skip();
            }
            else
            {
                return null;
            }
        }

        return list;
    }
}
