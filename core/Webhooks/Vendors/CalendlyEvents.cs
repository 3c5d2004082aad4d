using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>Calendly: a booking or its cancellation, for criteria and the logbook. Shown by the kind of meeting and its time, not by who booked it.</summary>
internal static class CalendlyEvents
{
    private static readonly LocalDateTimePattern Shown = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var type = EventJson.Text(root, "event");
        var at = context.Moment(EventJson.Moment(root, "created_at"));
        var meeting = EventJson.Find(root, "payload", "scheduled_event") ?? default;
        var start = EventJson.Moment(meeting, "start_time") is { } moment ? Shown.Format(moment.InZone(context.Engagement.Zone).LocalDateTime) : null;
        var text = string.Join(" · ", new[] { EventJson.Text(meeting, "name"), start }.OfType<string>());
        return context.Event(type, at, text, root) with
        {
            Id = EventJson.Text(root, "payload", "uri") is { } uri ? $"{type}/{uri}/{EventJson.Text(root, "created_at")}" : null,
            IsKnown = type?.StartsWith("invitee", StringComparison.Ordinal) == true,
        };
    }
}
