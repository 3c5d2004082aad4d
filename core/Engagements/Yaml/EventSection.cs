using OpsAutomation.Events;
using OpsAutomation.Ports;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>events</c>: who is told of what happened.</summary>
internal static class EventSection
{
    // An event is put at the end of the chain of each of them in one commit, which has at most 100 changes.
    private const int Most = 50;

    private static readonly LocalizedText UrlExpected = new("a URL such as https://example.com/hooks was expected", "une URL comme https://example.com/hooks est attendue");

    private static readonly LocalizedText NoUrl = new(
        "no URL was expected: that of a Slack or Teams webhook is a secret, so take it out here and enter it with ops webhook add NAME --to URL",
        "aucune URL n'est attendue\u00a0: celle d'un webhook Slack ou Teams est un secret, retirez-la d'ici et saisissez-la avec ops webhook add NOM --to URL");

    private static readonly Dictionary<string, EventTarget> Targets = new(StringComparer.Ordinal)
    {
        ["events"] = EventTarget.Events,
        ["slack"] = EventTarget.Slack,
        ["teams"] = EventTarget.Teams,
    };

    public static IReadOnlyList<EventSubscription> Read(YamlFields root, ReadingContext context, Engagement engagement)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = root.List("events");
        if (items.Count > Most)
            root.Refuse("events", new($"at most {Most} endpoints were expected", $"{Most} destinations au plus sont attendues"));
        return [.. items.Select(item => ReadOne(item, new(context, engagement), seen)).OfType<EventSubscription>()];
    }

    private static EventSubscription? ReadOne(YamlFields item, EventFilterSection filters, HashSet<string> seen)
    {
        var id = WebhookSection.Name(item, "id");
        if (id is null && !item.Has("id"))
            item.RequiredText("id");
        else if (id is not null && !seen.Add(id))
            item.Refuse("id", Expected.Unique);
        var target = item.Choice("as", Targets) ?? EventTarget.Events;
        var url = item.Parse("url", UrlExpected, text => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var parsed) ? parsed : null);
        if (url is null && target == EventTarget.Events)
            url = item.Missing<Uri?>("url", UrlExpected, null);
        else if (url is not null && (target != EventTarget.Events || (!item.Has("as") && ChatHost.Of(url) != EventTarget.Events)))
            item.Refuse("url", NoUrl);
        else if (url is not null && PublicAddress.Problem(url) is { } problem)
            item.Refuse("url", problem);
        var filter = filters.Read(item);
        var secret = WebhookSection.Name(item, "secret");
        item.Finish();
        return id is null || (url is null && target == EventTarget.Events) ? null : new(id, url, filter, secret ?? id) { Target = target };
    }
}
