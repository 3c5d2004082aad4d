using System.Text;

namespace OpsAutomation.Crash.Tests;

/// <summary>
/// A week's work for the fictional company of the samples: on Sunday its exports come in on every way there is, on Monday morning documents are
/// renewed and two people get their digest.
/// </summary>
internal sealed class Scenario(World world)
{
    public static NodaTime.LocalDate Monday { get; } = new(2026, 11, 16);

    private static readonly DateTimeOffset SundayMorning = new(2026, 11, 15, 9, 1, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset MondayMorning = new(2026, 11, 16, 8, 1, 0, TimeSpan.Zero);

    /// <summary>Registers the engagement and gives what is to be done, in order.</summary>
    public async Task<IReadOnlyList<Phase>> BeginAsync()
    {
        await world.Registry.SaveAsync(world.Engagement, Engagement(world.Engagement.Value));
        return
        [
            new("exports", SundayMorning, () => Task.CompletedTask, [.. new[] { "salesforce-opportunities.csv", "invoices.csv", "clickup-tasks.csv", "intercom-conversations.csv" }.Select(Upload)]),
            new("digests", MondayMorning, () => Task.CompletedTask, []),
        ];
    }

    private Sender Upload(string file) => new(() => new HttpRequestMessage(HttpMethod.Post, $"/api/engagements/{world.Engagement}/exports?file={file}")
    {
        Headers = { { "x-functions-key", World.FunctionKey } },
        Content = new ByteArrayContent(File.ReadAllBytes(Repository.Sample(file))),
    });

    private static string Engagement(string id) => $$"""
        id: {{id}}
        name: Kestrel Field Services
        locale: en-GB
        currency: GBP
        country: GB
        region: GB-ENG
        zone: Europe/London
        size: small
        start: 2026-10-05
        sender: operations@kestrel.example
        people:
          - {id: ruth, name: Ruth Kestrel, role: sponsor, title: Managing director, email: ruth@kestrel.example}
          - {id: priya, name: Priya Shah, role: relay, title: Office manager, email: priya@kestrel.example}
          - {id: laura, name: Laura Penn, role: obm, email: laura@obm.example}
        recipients:
          - {id: ruth, name: Ruth Kestrel, email: ruth@kestrel.example, day: monday, time: "07:30"}
          - {id: priya, name: Priya Shah, email: priya@kestrel.example, day: monday, time: "07:30"}
        kpis:
          followed: [sales.won-amount, sales.win-rate, finance.overdue-amount, delivery.lead-time-days, support.first-response-hours]
          targets:
            - {kpi: sales.won-amount, grain: week, value: 9000, from: 2026-10-05}
            - {kpi: finance.overdue-amount, grain: week, value: 25000, from: 2026-10-05}
            - {kpi: delivery.lead-time-days, grain: week, value: 9, from: 2026-10-05}
        documents:
          kinds: [engagement-brief, sop-incident, weekly-ops-agenda, status-30-60-90]
        sources:
          - {id: salesforce, name: Salesforce, profile: salesforce.opportunities}
          - {id: invoices, name: Invoices, profile: generic.sales}
          - {id: clickup, name: ClickUp, profile: clickup.tasks}
          - {id: intercom, name: Intercom, profile: intercom.conversations}
        """;
}
