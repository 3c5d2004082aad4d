using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Jobs;

/// <summary>
/// What the storage service says through Event Grid when a file was dropped into the inbox: <c>Microsoft.Storage.BlobCreated</c>, as a CloudEvent or in
/// Event Grid's own schema, alone or in an array. The engagement is the first folder of the blob.
/// </summary>
public static class BlobCreated
{
    private const string Type = "Microsoft.Storage.BlobCreated";
    private const string Container = "/containers/inbox/blobs/";

    /// <summary>The message as work of ours, or null where it is no such event. All events of one message are of one engagement: the first counts.</summary>
    public static string? AsJob(string message)
    {
        // Work of ours has neither a type nor a subject; most messages end here.
        if (!message.Contains(Type, StringComparison.Ordinal))
            return null;
        try
        {
            using var document = JsonDocument.Parse(message);
            var root = document.RootElement;
            var happening = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
            return EngagementOf(happening) is { } engagement
                ? JsonSerializer.Serialize(new InboxJob(engagement, InboxJob.JobKey), JobJson.Default.InboxJob)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EngagementId? EngagementOf(JsonElement happening)
    {
        if (happening.ValueKind != JsonValueKind.Object || (Text(happening, "type") ?? Text(happening, "eventType")) != Type || Text(happening, "subject") is not { } subject)
            return null;
        var start = subject.IndexOf(Container, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var name = subject[(start + Container.Length)..];
        return name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && EngagementId.TryParse(name[..end], out var id) ? id : null;
    }

    private static string? Text(JsonElement happening, string name) =>
        happening.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? WebhookBody.Text(value) : null;
}
