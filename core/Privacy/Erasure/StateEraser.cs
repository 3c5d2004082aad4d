using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsAutomation.Engagements;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Ports;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>Frees the records of an engagement of an erased person: what they say, never their ids.</summary>
internal sealed class StateEraser(IStateStore state)
{
    private const int Attempts = 10;

    /// <summary>Every collection of an engagement that holds texts, but facts' manifest and the records of erasures; a test compares it with the code.</summary>
    public static readonly string[] Collections =
    [
        "audit", "baseline", "checklist-origins", "checklists", "dead-letters", "digest-pauses", "digests", "dispatched", "document-asks", "documents", "event-chains", "event-deliveries", "events", "exercises", FactChanges.Collection,
        FactChanges.DaysCollection, "imports", "kpi-snapshots", "logbook", "logbook-origins", "milestones", "mornings", "published-pages", "publishing-claims", "pull-cursors", "pull-links", "pull-sources", "pulls", "runs", "told",
        Bodies, "webhook-deliveries", "webhook-events", "webhook-refusals", "webhook-seen", "retention", "link-generations", "closure",
    ];

    private const string Bodies = "webhook-bodies";

    /// <summary>Frees all records; the counts are noted with each change.</summary>
    public async Task RunAsync(EngagementId engagement, ErasedPerson person, ErasedPeople people, bool isDry, Action<string, int> found, CancellationToken cancellationToken)
    {
        foreach (var collection in Collections)
        {
            var named = new List<StateKey>();
            await foreach (var entry in state.ListAsync(engagement, collection, "", cancellationToken).ConfigureAwait(false))
            {
                if (Edited(entry, people) != entry.Value)
                    named.Add(entry.Key);
            }

            foreach (var key in named)
            {
                found(PlaceOf(collection), 1);
                if (!isDry)
                    await ChangeAsync(engagement, key, person, people, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ChangeAsync(EngagementId engagement, StateKey key, ErasedPerson person, ErasedPeople people, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false) is not { } entry)
                return;
            try
            {
                var dealt = ErasureStore.Dealt(person, PlaceOf(key.Collection), $"{key.Collection}/{key.Id}", 1);
                await state.CommitAsync(engagement, [new(key, Edited(entry, people), entry.ETag), dealt], cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StateConflictException) when (attempt < Attempts)
            {
                // It was changed meanwhile: look at what it says now.
            }
        }
    }

    // Null removes the record.
    private static string? Edited(StateEntry entry, ErasedPeople people) => entry.Key.Collection switch
    {
        Bodies => Body(entry.Value, people),
        FactChanges.Collection => Change(entry.Value, people),
        _ => Texts(entry.Value, people),
    };

    /// <summary>JSON with every text in it freed.</summary>
    public static string Texts(string json, ErasedPeople people)
    {
        var changed = false;
        var root = Walk(JsonNode.Parse(json), people, ref changed);
        return changed ? root!.ToJsonString(Plain) : json;
    }

    private static JsonNode? Walk(JsonNode? node, ErasedPeople people, ref bool changed)
    {
        switch (node)
        {
            case JsonObject record:
                foreach (var (name, value) in record.ToList())
                {
                    var edited = Walk(value, people, ref changed);
                    var renamed = people.Replace(name);
                    if (!ReferenceEquals(renamed, name))
                        record.Remove(name);
                    if (!ReferenceEquals(renamed, name) || !ReferenceEquals(edited, value))
                        record[renamed] = edited;
                    changed |= !ReferenceEquals(renamed, name);
                }

                return record;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    var value = list[i];
                    if (Walk(value, people, ref changed) is var edited && !ReferenceEquals(edited, value))
                        list[i] = edited;
                }

                return list;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                var text = value.GetValue<string>();
                var freed = people.Replace(text);
                if (ReferenceEquals(freed, text))
                    return node;
                changed = true;
                return JsonValue.Create(freed);
            default:
                return node;
        }
    }

    // The body of an event: as a file of JSON; one that is no JSON is removed where it names the person.
    private static string? Body(string value, ErasedPeople people)
    {
        var bytes = Convert.FromBase64String(value[1..^1]);
        return Bytes(bytes, people) is not { } edited ? null : ReferenceEquals(edited, bytes) ? value : $"\"{Convert.ToBase64String(edited)}\"";
    }

    /// <summary>A body freed; the same where it names nobody, null where it cannot be freed and has to go.</summary>
    public static byte[]? Bytes(byte[] body, ErasedPeople people)
    {
        var text = Encoding.UTF8.GetString(body);
        try
        {
            var editor = new PersonEditor(people);
            var rewritten = JsonRewriter.Rewritten(body, RecordLayout.None, editor).ToArray();
            return editor.Found == 0 ? body : rewritten;
        }
        catch (JsonException)
        {
            // Forms of Slack: names and addresses are escaped in them.
            return people.IsIn(text) || people.IsIn(Uri.UnescapeDataString(text.Replace('+', ' '))) || people.IsIn(Uri.UnescapeDataString(text)) ? null : body;
        }
    }

    private static string? Change(string json, ErasedPeople people)
    {
        var record = ChangedRecordJson.Read(json);
        if (people.IsIn(record.Id))
            return null;
        var fields = new PersonFields(people);
        var subject = record.Fields.SelectMany(field => field.Value.Where(told => told.Text is not null).Select(told => fields.SubjectIn(record.Type, field.Key, told.Text!))).FirstOrDefault(found => found is not null);
        var edited = new ChangedRecord(record.Type, record.Namespace, record.Id);
        var changed = false;
        foreach (var (name, values) in record.Fields)
        {
            foreach (var told in values)
            {
                var text = told.Text is null ? null : fields.Edited(record.Type, name, told.Text, subject);
                changed |= text != told.Text;
                edited.Add(name, told with { Text = text is "" ? null : text });
            }
        }

        return changed ? ChangedRecordJson.Write(edited) : json;
    }

    private static string PlaceOf(string collection) => collection switch
    {
        Bodies or "webhook-deliveries" or "webhook-events" or "webhook-refusals" or "webhook-seen" => "webhooks",
        "events" or "event-deliveries" or "event-chains" => "events",
        "dead-letters" => "dead-letters",
        "digests" or "digest-pauses" => "digests",
        "kpi-snapshots" or "baseline" => "snapshots",
        "logbook" or "logbook-origins" => "logbook",
        FactChanges.Collection or FactChanges.DaysCollection => "facts",
        _ => "records",
    };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
