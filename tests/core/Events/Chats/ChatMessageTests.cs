using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Events.Chats;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Events.Chats;

public sealed class ChatMessageTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("slack", "fr-FR")]
    [InlineData("slack", "en-GB")]
    [InlineData("teams", "fr-FR")]
    [InlineData("teams", "en-GB")]
    public void Each_event_is_worded_for_people(string target, string locale)
    {
        var messages = new JsonObject();
        foreach (var type in EventTypes.All)
        {
            var (subject, data) = EventSchemaTests.Example(type);
            messages[type] = Write(target, locale, type, subject, data);
        }

        Approval.Check(messages.ToJsonString(Readable) + "\n", $"{target}.{locale}.json");
    }

    [Theory]
    [InlineData("<!channel> <https://evil.example|click> & <@U1>")]
    [InlineData("*bold* _it_ ~no~ `code` [a](javascript:alert(1)) **x** <script>alert(1)</script>")]
    [InlineData("a\u202Eb\u2066c\u0007d\r\ne\u200Bf")]
    [InlineData("{{engagement}} ${7*7} =cmd|' /C calc'!A0")]
    [InlineData("\uD800 broken")]
    public void What_a_client_named_cannot_command_link_or_turn(string name)
    {
        var data = $$"""{"title":{{JsonSerializer.Serialize(name.Replace("\uD800", "?", StringComparison.Ordinal))}},"version":1}""";
        var slack = Write("slack", "fr-FR", EventTypes.DocumentPublished, "x", data);
        var teams = Write("teams", "fr-FR", EventTypes.DocumentPublished, "x", data);

        foreach (var text in Texts(slack))
        {
            text.ShouldNotContain("<");
            text.ShouldNotContain(">");
            text.Replace("&amp;", "", StringComparison.Ordinal).Replace("&lt;", "", StringComparison.Ordinal).Replace("&gt;", "", StringComparison.Ordinal).ShouldNotContain("&");
        }

        foreach (var text in Texts(slack).Concat(Texts(teams)))
            text.Replace("\n", "", StringComparison.Ordinal).ShouldNotContain(c => char.IsControl(c) || c == '\u202E' || c == '\u2066' || c == '\u200B');
        // Only runs show a name: what reads Markdown holds none.
        teams.ToJsonString().ShouldNotContain("TextBlock\",\"text");
        Find(teams, "type").Contains("TextBlock", StringComparer.Ordinal).ShouldBeFalse();
        Find(teams, "type").Contains("FactSet", StringComparer.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Data_that_are_not_as_expected_still_make_a_message()
    {
        foreach (var type in EventTypes.All)
        {
            foreach (var data in new[] { "{}", """{"kpi":1,"label":"x","value":"y","from":"z","title":[],"reason":{},"due":5}""" })
                Texts(Write("slack", "en-US", type, "", data)).ShouldNotBeEmpty();
        }
    }

    private static JsonNode Write(string target, string locale, string type, string subject, string data)
    {
        var engagement = EngagementReader.Read(new("lumen.yaml", $"id: atelier-lumen\nname: Atelier <Lumen> & fils\nlocale: {locale}\nstart: 2026-10-12\n"));
        var happening = new OutgoingEvent { Id = "evt_1", Type = type, Subject = subject, Occurred = Instant.FromUtc(2026, 11, 23, 6, 30), Data = data };
        var message = new ChatComposer(engagement, new(new("https://ops.example.com/"))).Compose(happening);
        return JsonNode.Parse(target == "slack" ? SlackMessage.Write(message) : TeamsCard.Write(message))!;
    }

    private static IReadOnlyList<string> Texts(JsonNode node) => Find(node, "text");

    private static List<string> Find(JsonNode? node, string name) => node switch
    {
        JsonArray items => [.. items.SelectMany(item => Find(item, name))],
        JsonObject fields => [.. fields.SelectMany(field => field.Key == name && field.Value is JsonValue value ? [value.GetValue<string>()] : Find(field.Value, name))],
        _ => [],
    };
}
