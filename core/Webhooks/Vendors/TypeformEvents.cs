using System.Text.Json;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>
/// Typeform: an answered form with its questions. The score is the question of type NPS, else the only scale from 0 to 10 or the one whose words
/// speak of recommending.
/// </summary>
internal static class TypeformEvents
{
    private const string Profile = "typeform.nps";
    private static readonly string[] WhyWords = ["why", "pourquoi", "reason", "raison", "comment", "feedback"];

    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var type = EventJson.Text(root, "event_type");
        var form = EventJson.Find(root, "form_response") ?? default;
        var at = context.Moment(EventJson.Moment(form, "submitted_at"));
        var happening = context.Event(type, at, EventJson.Text(form, "definition", "title"), root) with { Id = EventJson.Text(root, "event_id") };
        if (type != "form_response")
            return happening with { IsKnown = false };
        var fields = EventJson.Items(form, "definition", "fields").Take(500).ToList();
        var answers = EventJson.Items(form, "answers").Take(500).ToList();
        if (ScoreOf(fields, answers) is not { } score || context.Change(Profile, EventJson.Text(form, "token"), at) is not { } change)
            return happening;
        change.Set(SurveyResponseFields.Score, score).Set(SurveyResponseFields.Date, change.Time);
        if ((Answer(answers, "email", "email") ?? EventJson.Text(form, "hidden", "email") ?? EventJson.Text(form, "hidden", "customer_id")) is { } person)
            change.Set(SurveyResponseFields.Person, person);
        if (CommentOf(fields, answers) is { } comment)
            change.Set(SurveyResponseFields.Comment, comment);
        return happening with { Changes = [change.Complete()] };
    }

    private static decimal? ScoreOf(List<JsonElement> fields, List<JsonElement> answers)
    {
        var scales = fields.Where(IsScale).ToList();
        var asked = fields.Find(field => EventJson.Text(field, "type") == "nps");
        if (asked.ValueKind == JsonValueKind.Undefined)
            asked = scales.Find(field => HeaderName.Key(EventJson.Text(field, "title") ?? "") is var key && (key.Contains("recomm", StringComparison.Ordinal) || key.Contains("nps", StringComparison.Ordinal)));
        if (asked.ValueKind == JsonValueKind.Undefined && scales.Count == 1)
            asked = scales[0];
        if (asked.ValueKind == JsonValueKind.Undefined || EventJson.Text(asked, "id") is not { } id)
            return null;
        var answer = answers.Find(one => EventJson.Text(one, "field", "id") == id);
        return VendorContext.Number(EventJson.Text(answer, "number")) is { } score && score is >= 0m and <= 10m ? score : null;
    }

    // A scale that says its steps has eleven of them, from nought.
    private static bool IsScale(JsonElement field) =>
        EventJson.Text(field, "type") == "opinion_scale"
        && EventJson.Text(field, "properties", "steps") is null or "11"
        && EventJson.Flag(field, "properties", "start_at_one") != true;

    private static string? CommentOf(List<JsonElement> fields, List<JsonElement> answers)
    {
        foreach (var field in fields)
        {
            var title = HeaderName.Key(EventJson.Text(field, "title") ?? "");
            if (EventJson.Text(field, "type") is "long_text" or "short_text" && WhyWords.Any(word => title.Contains(word, StringComparison.Ordinal))
                && EventJson.Text(answers.Find(one => EventJson.Text(one, "field", "id") == EventJson.Text(field, "id")), "text") is { } text)
                return text;
        }

        return null;
    }

    private static string? Answer(List<JsonElement> answers, string type, string name) =>
        EventJson.Text(answers.Find(one => EventJson.Text(one, "type") == type), name);
}
