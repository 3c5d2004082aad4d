using System.Globalization;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Logbook;

namespace OpsAutomation.Webhooks;

/// <summary>Does what the engagement's file asks for on an event: once, however often it is asked.</summary>
internal sealed class WebhookEffects(ReadingEntry readings, LogbookStore logbook)
{
    /// <summary>Does it.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="source">The source.</param>
    /// <param name="mapping">What is asked for.</param>
    /// <param name="happening">The event.</param>
    /// <param name="key">What tells a repetition of the same event.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What it did: the id of a KPI or an item.</returns>
    /// <exception cref="OpsException">Refused: the event has not what the mapping names. Retriable: storage failed.</exception>
    public async Task<string> ApplyAsync(
        Engagement engagement, string source, WebhookMapping mapping, GenericEvent happening, string key, CancellationToken cancellationToken)
    {
        if (mapping.Kpi is { } kpi)
        {
            var day = mapping.Date is { } path ? DayAt(path, happening.Root, engagement.Zone) : happening.Day;
            await readings.SetAsync(engagement, kpi, day, NumberAt(mapping.Value!, happening.Root), Origin(source), key: key, cancellationToken: cancellationToken).ConfigureAwait(false);
            return kpi;
        }

        var item = new NewLogItem
        {
            Kind = mapping.Item!.Value,
            Text = TextAt(mapping.Text!, happening.Root),
            Day = happening.Day,
            Origin = Origin(source),
            OriginKey = key,
            By = Origin(source),
        };
        return (await logbook.AddAsync(engagement.Id, item, cancellationToken).ConfigureAwait(false)).Id;
    }

    private static string Origin(string source) => $"webhook {source}";

    private static decimal NumberAt(JsonPath path, JsonElement root) =>
        path.Find(root) is { } value && WebhookBody.Text(value) is { } text
        && decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw UnfitEvent.NoNumber(path);

    private static LocalDate DayAt(JsonPath path, JsonElement root, DateTimeZone zone) =>
        path.Find(root) is { } value && GenericEvent.DayOf(value, zone) is { } day
            ? day
            : throw UnfitEvent.NoDate(path);

    private static string TextAt(JsonPath path, JsonElement root) =>
        path.Find(root) is { } value && WebhookBody.Text(value) is { } text && CleanText.Clip(text, 200, 1000) is { Length: > 0 } clean
            ? clean
            : throw UnfitEvent.NoText(path);
}
