using OpsAutomation.Events;
using OpsAutomation.Ports;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>events</c>: who is told of what happened.</summary>
internal static class EventSection
{
    private static readonly LocalizedText UrlExpected = new("a URL such as https://example.com/hooks was expected", "une URL comme https://example.com/hooks est attendue");

    public static IReadOnlyList<EventSubscription> Read(YamlFields root, ReadingContext context, Engagement engagement)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. root.List("events").Select(item => ReadOne(item, new(context, engagement), seen)).OfType<EventSubscription>()];
    }

    private static EventSubscription? ReadOne(YamlFields item, EventFilterSection filters, HashSet<string> seen)
    {
        var id = WebhookSection.Name(item, "id");
        if (id is null && !item.Has("id"))
            item.RequiredText("id");
        else if (id is not null && !seen.Add(id))
            item.Refuse("id", Expected.Unique);
        var url = item.Parse("url", UrlExpected, text => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var parsed) ? parsed : null)
            ?? item.Missing<Uri?>("url", UrlExpected, null);
        if (url is not null && PublicAddress.Problem(url) is { } problem)
            item.Refuse("url", problem);
        var filter = filters.Read(item);
        var secret = WebhookSection.Name(item, "secret");
        item.Finish();
        return id is null || url is null ? null : new(id, url, filter, secret ?? id);
    }
}
