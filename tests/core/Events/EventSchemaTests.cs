using System.Text.Json;
using NodaTime;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Exports;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Core.Tests.Events;

/// <summary>What receivers rely on: docs/events/ says what the product sends, and the product sends what it says.</summary>
public sealed class EventSchemaTests
{
    private static readonly LocalizedText Encrypted = new("The file is encrypted.", "Le fichier est chiffré.");

    public static TheoryData<string> Types => [.. EventTypes.All];

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_sent_is_the_sample_and_fits_the_schema(string type)
    {
        var (subject, data) = Example(type);
        var happening = new OutgoingEvent
        {
            Id = "evt_0123456789abcdef0123456789abcdef",
            Type = type,
            Subject = subject,
            Occurred = Instant.FromUtc(2026, 11, 23, 6, 30),
            Data = data,
        };
        using var sent = JsonDocument.Parse(CloudEvent.Write(EngagementId.Parse("atelier-lumen"), happening));
        using var sample = Read($"{type}.sample.json");
        using var schema = Read($"{type}.schema.json");

        JsonSchema.Problems(schema.RootElement, sample.RootElement).ShouldBeEmpty();
        JsonSchema.Problems(schema.RootElement, sent.RootElement).ShouldBeEmpty();
        sent.RootElement.GetProperty("data").GetRawText().ShouldBe(Compact(sample.RootElement.GetProperty("data")));
        JsonElement.DeepEquals(sent.RootElement, sample.RootElement).ShouldBeTrue();
    }

    [Fact]
    public void Every_type_has_a_schema_and_a_sample_and_nothing_else_is_there() =>
        Directory.EnumerateFiles(Folder()).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(EventTypes.All.SelectMany(type => new[] { $"{type}.schema.json", $"{type}.sample.json" }).Order(StringComparer.Ordinal));

    [Fact]
    public void The_id_is_that_of_the_schema() =>
        EventStore.IdOf(EngagementId.Parse("atelier-lumen"), "any key é").ShouldMatch("^evt_[0-9a-f]{32}$");

    /// <summary>An event of a type, as the product makes it.</summary>
    internal static (string Subject, string Data) Example(string type) => type switch
    {
        EventTypes.ExportIngested => ("hubspot-deals.csv", EventData.Of(Report, "hubspot-deals")),
        EventTypes.ExportRefused => ("deals.xlsx", EventData.Refused("deals.xlsx", null, Encrypted)),
        EventTypes.KpiOffTarget => ("finance.overdue-amount", EventData.Of(Overdue(31_400, KpiStatus.OffTarget))),
        EventTypes.KpiOnTarget => ("finance.overdue-amount", EventData.Of(Overdue(18_200.5m, KpiStatus.OnTarget))),
        EventTypes.SourceStale => ("HubSpot deals", EventData.Of(new DigestSource("HubSpot deals", "hubspot.deals", new(2026, 11, 10), 412, 0))),
        EventTypes.MilestoneAtRisk => ("J60", EventData.Of(Milestone("J60", 60, MilestoneState.AtRisk, new(2026, 12, 11), null, 1))),
        EventTypes.MilestoneLate => ("J30", EventData.Of(Milestone("J30", 30, MilestoneState.Late, new(2026, 11, 11), null, 1))),
        EventTypes.MilestoneDone => ("J10", EventData.Of(Milestone("J10", 10, MilestoneState.Done, new(2026, 10, 22), new(2026, 10, 21), 2))),
        EventTypes.ChecklistDone => ("client-onboarding", EventData.ChecklistDone("client-onboarding", new(2026, 11, 20), 14)),
        EventTypes.DecisionAwaited => ("D-14", EventData.Of(new LogItem { Id = "D-14", Kind = LogKind.Decision, Text = "Ask for a deposit?", Topic = "deposit", Due = new(2026, 11, 24), Added = new(2026, 11, 20) })),
        EventTypes.DocumentPublished => ("sop-client-onboarding", EventData.Of(Document)),
        EventTypes.DigestSent => ("claire", EventData.Of(
            new DigestRecord { Recipient = "claire", Week = new(2026, 11, 16) }, new SentDigest { Revision = 1, Key = "k", Subject = "s", ContentHash = "h", Figures = [] })),
        EventTypes.DigestFailed => ("claire", EventData.Failed("claire", new(2026, 11, 23), new("The mailbox does not exist.", "La boîte aux lettres n'existe pas."))),
        _ => ("board", EventData.Ping("board")),
    };

    private static ImportReport Report => new()
    {
        Number = 12,
        File = "hubspot-deals.csv",
        Profile = "hubspot.deals",
        Encoding = "utf-8",
        Facts = [new(FactType.Deal, 412, 409, 3, 0, null, null)],
        Columns = [],
        Rejections = [],
        Warnings = [],
        ImportedAt = Instant.FromUtc(2026, 11, 23, 6, 30),
        Taken = new(2026, 11, 23),
    };

    private static DocumentRecord Document => new()
    {
        Kind = "sop-client-onboarding",
        Language = Language.French,
        Title = "Procédure Accueil client",
        Status = DocumentStatus.Live,
        TextHash = "t",
        Revisions = [new(2, new(2026, 11, 19), "c", new Dictionary<string, string>(StringComparer.Ordinal), [])],
    };

    private static KpiResult Overdue(decimal value, KpiStatus status) =>
        new KpiBuilder("finance.overdue-amount", "Overdue", "Échu impayé", KpiUnit.Money, value, null).Lower().Target(20_000, status).Build();

    private static MilestoneStatus Milestone(string id, int day, MilestoneState status, LocalDate due, LocalDate? done, int met) => new()
    {
        Id = id,
        Day = day,
        Title = new($"Day {day}", $"J+{day}"),
        Due = due,
        FirstDue = due,
        Status = status,
        DueSoon = false,
        Progress = met / 2m,
        DoneOn = done,
        Criteria = [.. Enumerable.Range(1, 2).Select(i => new CriterionStatus($"{id}-{i}", new("c", "c"), "manual", i <= met, null, null))],
    };

    private static string Compact(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            element.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonDocument Read(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(), name)));

    private static string Folder()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "OpsAutomation.sln")))
            directory = directory.Parent;
        return Path.Combine(directory!.FullName, "docs", "events");
    }
}
