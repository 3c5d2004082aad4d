using OpsAutomation.Engagements;
using OpsAutomation.Logbook;

namespace OpsAutomation.Core.Tests.Engagements;

public sealed class WebhookSectionTests
{
    private const string Head = "id: a\nname: A\nlocale: fr-FR\nstart: 2026-10-05\n";

    [Fact]
    public void Sources_and_endpoints_are_read_with_their_defaults()
    {
        var engagement = Read("""
            webhooks:
              - source: n8n
                scheme: standard
                type: $.kind
                events:
                  - {on: bank.balance, reading: {kpi: finance.cash, value: $.data.balance}}
                  - {on: task.blocked, action: $.data.title}
              - {source: zapier, scheme: token}
              - {source: make, scheme: token, token: basic}
              - {source: crm, scheme: token, token: header, header: X-Key, idHeader: X-Id}
            events:
              - {id: board, url: "https://hooks.example.com/in"}
              - {id: off, url: "https://example.org", types: [kpi.off-target], secret: board}
              - {id: ops, as: slack}
              - {id: flow, as: events, url: "https://prod-1.westeurope.logic.azure.com/x"}
            """);
        engagement.Events.Skip(2).Select(one => (one.Target, one.Url?.Host)).ShouldBe([(EventTarget.Slack, null), (EventTarget.Events, "prod-1.westeurope.logic.azure.com")]);

        var n8n = engagement.Webhooks[0];
        (n8n.Scheme, n8n.Type.ToString()).ShouldBe((WebhookScheme.Standard, "$.kind"));
        (n8n.Events[0].Kpi, n8n.Events[0].Value!.ToString(), n8n.Events[0].Date).ShouldBe(("finance.cash", "$.data.balance", null));
        (n8n.Events[1].Item, n8n.Events[1].Text!.ToString()).ShouldBe((LogKind.Action, "$.data.title"));
        engagement.Webhooks.Skip(1).Select(one => (one.Source, one.Place, one.User, one.Header, one.IdHeader, one.Type.ToString())).ShouldBe(
        [
            ("zapier", TokenPlace.Bearer, null, null, null, "$.type"),
            ("make", TokenPlace.Basic, "make", null, null, "$.type"),
            ("crm", TokenPlace.Header, null, "X-Key", "X-Id", "$.type"),
        ]);
        engagement.Events.Take(2).Select(one => (one.Id, one.Secret, one.Filter.Types.Count, one.Filter.WantsType("kpi.off-target"), one.Filter.WantsType("ping"))).ShouldBe(
            [("board", "board", 0, true, true), ("off", "board", 1, true, false)]);
    }

    [Theory]
    [InlineData("source: hubspot", WebhookScheme.HubSpot)]
    [InlineData("source: hubspot-eu", WebhookScheme.HubSpot)]
    [InlineData("source: hubspot-workflow", WebhookScheme.Token)]
    [InlineData("source: hubspot-workflows-2", WebhookScheme.Token)]
    [InlineData("source: hubspot, scheme: token", WebhookScheme.Token)]
    [InlineData("source: crm, scheme: HubSpot", WebhookScheme.HubSpot)]
    [InlineData("source: slack", WebhookScheme.Slack)]
    [InlineData("source: intercom", WebhookScheme.Intercom)]
    [InlineData("source: trello", WebhookScheme.Trello)]
    [InlineData("source: clickup", WebhookScheme.ClickUp)]
    [InlineData("source: stripe", WebhookScheme.Stripe)]
    [InlineData("source: typeform", WebhookScheme.Typeform)]
    [InlineData("source: calendly", WebhookScheme.Calendly)]
    [InlineData("source: github", WebhookScheme.GitHub)]
    [InlineData("source: notion", WebhookScheme.Notion)]
    [InlineData("source: n8n", WebhookScheme.Standard)]
    [InlineData("source: zapier", WebhookScheme.Token)]
    [InlineData("source: pipedrive-2", WebhookScheme.Token)]
    public void A_source_named_like_a_vendor_has_its_scheme_unless_another_is_said(string item, WebhookScheme scheme) =>
        Read($"webhooks: [{{{item}}}]").Webhooks[0].Scheme.ShouldBe(scheme);

    [Theory]
    [InlineData("slacker")]
    [InlineData("standard")]
    [InlineData("token")]
    public void Any_other_name_needs_a_scheme(string source) =>
        Should.Throw<OpsException>(() => Read($"webhooks: [{{source: {source}}}]")).Text.En.ShouldContain("field webhooks[1].scheme: it is missing");

    [Theory]
    [InlineData("webhooks: [{source: N8N, scheme: token}]", "field webhooks[1].source: 1 to 32 lower-case letters, digits and inner hyphens were expected")]
    [InlineData("webhooks: [{scheme: token}]", "field webhooks[1].source: it is missing")]
    [InlineData("webhooks: [{source: a}]", "field webhooks[1].scheme: it is missing: one of standard, token, hubspot, slack, intercom, trello, clickup, stripe, typeform, calendly, github, notion was expected")]
    [InlineData("webhooks: [{source: a, scheme: md5}]", "field webhooks[1].scheme: one of standard, token, hubspot, slack,")]
    [InlineData("webhooks: [{source: a, scheme: token}, {source: a, scheme: token}]", "field webhooks[2].source: the id is already used above")]
    [InlineData("webhooks: [{source: a, scheme: token, token: header}]", "field webhooks[1].header: it is missing: the name of a header")]
    [InlineData("webhooks: [{source: a, scheme: token, token: header, header: 'X Key'}]", "field webhooks[1].header: the name of a header, such as X-Api-Key, was expected")]
    [InlineData("webhooks: [{source: a, scheme: token, token: basic, user: 'a:b'}]", "field webhooks[1].user: a user name without a colon was expected")]
    [InlineData("webhooks: [{source: hubspot, token: basic}]", "the key token is not known")]
    [InlineData("webhooks: [{source: a, scheme: standard, token: basic}]", "the key token is not known")]
    [InlineData("webhooks: [{source: a, scheme: token, id: event.id}]", "field webhooks[1].id: a path such as $.data.total was expected")]
    [InlineData("webhooks: [{source: a, scheme: token, events: [{on: x}]}]", "field webhooks[1].events[1].on: exactly one of reading, record, comment, action, decision was expected")]
    [InlineData("webhooks: [{source: a, scheme: token, events: [{on: x, comment: $.a, action: $.b}]}]", "exactly one of reading, record, comment, action, decision was expected")]
    [InlineData("webhooks: [{source: a, scheme: token, events: [{comment: $.a}]}]", "field webhooks[1].events[1].on: it is missing")]
    [InlineData("webhooks: [{source: a, scheme: token, events: [{on: x, reading: {kpi: finance.cassh, value: $.a}}]}]", "did you mean finance.cash?")]
    [InlineData("webhooks: [{source: a, scheme: token, events: [{on: x, reading: {kpi: finance.cash}}]}]", "field webhooks[1].events[1].reading.value: it is missing: a path")]
    [InlineData("events: [{url: \"https://example.com\"}]", "field events[1].id: it is missing")]
    [InlineData("events: [{id: a}]", "field events[1].url: it is missing: a URL such as")]
    [InlineData("events: [{id: a, url: example}]", "field events[1].url: a URL such as https://example.com/hooks was expected")]
    [InlineData("events: [{id: a, url: \"http://example.com\"}]", "field events[1].url: a URL that begins with https:// was expected")]
    [InlineData("events: [{id: a, url: \"https://me:pw@example.com\"}]", "field events[1].url: a URL without a user name or password was expected")]
    [InlineData("events: [{id: a, url: \"https://10.0.0.1/x\"}]", "field events[1].url: a public address was expected")]
    [InlineData("events: [{id: a, url: \"https://[::1]/x\"}]", "field events[1].url: a public address was expected")]
    [InlineData("events: [{id: a, url: \"https://[fe80::1]/x\"}]", "field events[1].url: a public address was expected")]
    [InlineData("events: [{id: a, url: \"https://0x7f.1/x\"}]", "field events[1].url: a public address was expected")]
    [InlineData("events: [{id: a, url: \"https://2130706433/x\"}]", "field events[1].url: a public address was expected")]
    [InlineData("events: [{id: a, url: \"https://metadata.google.internal/x\"}]", "field events[1].url: a public address was expected")]
    [InlineData("events: [{id: a, url: \"https://169.254.169.254/x\"}]", "field events[1].url: a public address was expected")]
    [InlineData("events: [{id: a, url: \"https://printer/x\"}]", "field events[1].url: a public address was expected")]
    [InlineData("events: [{id: a, url: \"https://example.com\", types: [kpi.off]}]", "field events[1].types[1]: one of export.ingested, ")]
    [InlineData("events: [{id: a, url: \"https://hooks.slack.com/services/T0/B0/x\"}]", "field events[1].url: no URL was expected: that of a Slack or Teams webhook is a secret")]
    [InlineData("events: [{id: a, url: \"https://prod-1.westeurope.logic.azure.com/workflows/x\"}]", "field events[1].url: no URL was expected")]
    [InlineData("events: [{id: a, as: slack, url: \"https://example.com/x\"}]", "field events[1].url: no URL was expected")]
    [InlineData("events: [{id: a, as: mail}]", "field events[1].as: one of events, slack, teams was expected")]
    public void An_error_says_where_it_is_and_what_was_expected(string yaml, string expected)
    {
        var error = Should.Throw<OpsException>(() => Read(yaml));

        error.Kind.ShouldBe(FailureKind.Refused);
        error.Text.En.ShouldContain(expected);
        error.Text.En.ShouldNotContain("me:pw");
    }

    [Theory]
    [InlineData("name: A\n", "webhooks:\n  - {source: n8n}\n")]
    [InlineData("webhooks:\n  - source: x\n    scheme: token\n", "webhooks:\n  - {source: n8n}\n  - source: x\n    scheme: token\n")]
    [InlineData("webhooks:   # who tells us\n\n- source: x\n  scheme: token\nname: A\n", "webhooks:   # who tells us\n- {source: n8n}\n\n- source: x\n")]
    [InlineData("webhooks: []\nname: A\n", "webhooks:\n  - {source: n8n}\nname: A\n")]
    [InlineData("webhooks:\nname: A\n", "webhooks:\n  - {source: n8n}\nname: A\n")]
    public void An_item_is_added_and_all_else_stays(string yaml, string expected)
    {
        var head = yaml.Contains("name: A", StringComparison.Ordinal) ? Head.Replace("name: A\n", "", StringComparison.Ordinal) : Head;

        var changed = EngagementEdit.AddItem(new("a.yaml", head + yaml), "webhooks", "{source: n8n, scheme: standard}").Replace(", scheme: standard", "", StringComparison.Ordinal);

        changed.ShouldContain(expected);
        changed.ShouldStartWith(head);
    }

    [Fact]
    public void There_are_fifty_endpoints_at_most()
    {
        var yaml = "events:\n" + string.Concat(Enumerable.Range(1, 51).Select(i => $"  - {{id: e{i}, as: slack}}\n"));

        Should.Throw<OpsException>(() => Read(yaml)).Text.En.ShouldContain("field events: at most 50 endpoints were expected");
    }

    private static Engagement Read(string yaml) => EngagementReader.Read(new("a.yaml", Head + yaml + "\n"));
}
