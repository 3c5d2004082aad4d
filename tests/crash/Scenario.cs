using System.Globalization;
using System.Text;
using OpsAutomation.GraphEmulator.Control;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Crash.Tests;

/// <summary>
/// A week's work for the fictional company of the samples: on Sunday its exports come in on every way there is, on Monday morning documents are
/// renewed and two people get their digest.
/// </summary>
/// <param name="world">Where.</param>
/// <param name="homes">The folders of the instances that run it; one where none is named.</param>
internal sealed class Scenario(World world, params string[] homes)
{
    public static NodaTime.LocalDate Monday { get; } = new(2026, 11, 16);

    /// <summary>When exports come in.</summary>
    public static readonly DateTimeOffset SundayMorning = new(2026, 11, 15, 9, 1, 0, TimeSpan.Zero);
    /// <summary>When digests are due.</summary>
    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 16, 8, 1, 0, TimeSpan.Zero);

    private const string Exports = "exports@kestrel.example";
    private const string Drive = "b!kestrel";
    private const string WebhookSecret = "whsec_Y3Jhc2ggc3VpdGUsIG5vIHNlY3JldCBhdCBhbGw=";

    /// <summary>Registers the engagement and gives what is to be done, in order.</summary>
    public async Task<IReadOnlyList<Phase>> BeginAsync()
    {
        await world.Registry.SaveAsync(world.Engagement, Engagement(world.Engagement.Value, world.Events.Url));
        var board = StandardSignature.NewSecret();
        foreach (var home in homes.DefaultIfEmpty("home"))
        {
            await world.SetSecretAsync(SecretName.OfWebhook("n8n"), WebhookSecret, home);
            await world.SetSecretAsync(SecretName.OfEvents("board"), board, home);
        }

        return
        [
            new("exports", SundayMorning, DropAsync, [Upload("intercom-conversations.csv"), Webhook("evt-1", "2026-11-12", 41_250.40m), Webhook("evt-2", "2026-11-13", 39_100m)]),
            new("digests", MondayMorning, () => Task.CompletedTask, []),
        ];
    }

    // What comes in by itself: into the inbox, by mail, into a folder of a drive.
    private async Task DropAsync()
    {
        await world.Blobs.WriteAsync(world.Engagement, "inbox/salesforce-opportunities.csv", (stream, token) => stream.WriteAsync(Bytes("salesforce-opportunities.csv"), token).AsTask());
        new IncomingMail { From = "reports@books.example", Subject = "Your weekly report", Attachments = [new("invoices.csv", Bytes("invoices.csv"), "text/csv")] }
            .PutInto(world.Graph.Mail, world.Graph.Mail.Of(Exports));
        world.Graph.Drives.Of(Drive).Put("Client/Exports/clickup-tasks.csv", Bytes("clickup-tasks.csv"));
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Repository.Sample(file));

    private Sender Upload(string file) => new(_ => new HttpRequestMessage(HttpMethod.Post, $"/api/engagements/{world.Engagement}/exports?file={file}")
    {
        Headers = { { "x-functions-key", World.FunctionKey } },
        Content = new ByteArrayContent(Bytes(file)),
    });

    private Sender Webhook(string id, string day, decimal value) => new(now =>
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"type":"cash.counted","data":{"total":{{{value.ToString(CultureInfo.InvariantCulture)}}},"on":"{{{day}}}"}}""");
        var at = now.ToUnixTimeSeconds();
        return new HttpRequestMessage(HttpMethod.Post, $"/api/engagements/{world.Engagement}/webhooks/n8n")
        {
            Headers =
            {
                { StandardSignature.IdHeader, id },
                { StandardSignature.TimestampHeader, at.ToString(CultureInfo.InvariantCulture) },
                { StandardSignature.SignatureHeader, StandardSignature.Sign(WebhookSecret, id, at, body) },
            },
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
        };
    });

    private static string Engagement(string id, Uri receiver) => $$$"""
        id: {{{id}}}
        name: Kestrel Field Services
        locale: en-GB
        currency: GBP
        country: GB
        region: GB-ENG
        zone: Europe/London
        size: small
        start: 2026-11-09
        sender: operations@kestrel.example
        people:
          - {id: ruth, name: Ruth Kestrel, role: sponsor, title: Managing director, email: ruth@kestrel.example}
          - {id: priya, name: Priya Shah, role: relay, title: Office manager, email: priya@kestrel.example}
          - {id: laura, name: Laura Penn, role: obm, email: laura@{{{id}}}.example}
        recipients:
          - {id: ruth, name: Ruth Kestrel, email: ruth@kestrel.example, day: monday, time: "07:30", attach: documents}
          - {id: priya, name: Priya Shah, email: priya@kestrel.example, day: monday, time: "07:30"}
        kpis:
          followed: [sales.won-amount, sales.win-rate, finance.overdue-amount, delivery.lead-time-days, support.first-response-hours, finance.cash]
          targets:
            - {kpi: sales.won-amount, grain: week, value: 9000, from: 2026-10-05}
            - {kpi: finance.overdue-amount, grain: week, value: 25000, from: 2026-10-05}
            - {kpi: delivery.lead-time-days, grain: week, value: 9, from: 2026-10-05}
        documents:
          kinds: [engagement-brief, sop-incident, weekly-ops-agenda, status-30-60-90]
          approval: none
        sources:
          - {id: salesforce, name: Salesforce, profile: salesforce.opportunities}
          - {id: invoices, name: Invoices, profile: generic.sales, from: mailbox, mailbox: {{{Exports}}}, senders: ["@books.example"], moveTo: Exports done}
          - {id: clickup, name: ClickUp, profile: clickup.tasks, from: drive, drive: "{{{Drive}}}", folder: Client/Exports}
          - {id: intercom, name: Intercom, profile: intercom.conversations}
        webhooks:
          - source: n8n
            scheme: standard
            events:
              - {on: cash.counted, reading: {kpi: finance.cash, value: $.data.total, date: $.data.on}}
        events:
          - {id: board, url: "{{{receiver}}}"}
        """;
}
