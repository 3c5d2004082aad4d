using NodaTime;
using OpsAutomation.Locales;

namespace OpsAutomation.Engagements;

/// <summary>One OBM's or fractional COO's assignment with one client company, as its YAML file describes it.</summary>
public sealed record Engagement
{
    /// <summary>The identifier, and the partition of all its state.</summary>
    public required EngagementId Id { get; init; }

    /// <summary>The client company's name.</summary>
    public required string Name { get; init; }

    /// <summary>The locale of the client's documents and of files that leave a date order or decimal mark open.</summary>
    public required Locale Locale { get; init; }

    /// <summary>How French texts address the reader.</summary>
    public FormOfAddress Address { get; init; } = FormOfAddress.Vous;

    /// <summary>The currency of amounts that name none, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>ISO 3166 country, upper case: decides the public holidays.</summary>
    public string Country { get; init; } = "FR";

    /// <summary>The region within the country where holidays differ, such as <c>FR-57</c> or <c>CA-QC</c>; null for none.</summary>
    public string? Region { get; init; }

    /// <summary>The IANA time zone in which days begin and end.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Opening hours, or null: then elapsed hours count around the clock.</summary>
    public OpeningHours? OpeningHours { get; init; }

    /// <summary>The first month of the fiscal year, 1 to 12.</summary>
    public int FiscalYearStartMonth { get; init; } = 1;

    /// <summary>J+0 of the 30-60-90 plan.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>Days a week that the OBM or COO works for the client; null where not said.</summary>
    public decimal? DaysPerWeek { get; init; }

    /// <summary>The price of a day, in <see cref="Currency"/>; null where not said.</summary>
    public decimal? DayRate { get; init; }

    /// <summary>The client's size: it sets the defaults.</summary>
    public EngagementSize Size { get; init; } = EngagementSize.Small;

    /// <summary>Where the engagement stands.</summary>
    public EngagementState State { get; init; } = EngagementState.Active;

    /// <summary>What the client does and why the engagement exists: for the brief.</summary>
    public EngagementScope Scope { get; init; } = new();

    /// <summary>The people, by role.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>The mailbox that digests are sent from; null uses the operator's.</summary>
    public string? Sender { get; init; }

    /// <summary>The tenant of that mailbox, an id or a domain; null for the operator's.</summary>
    public string? SenderTenant { get; init; }

    /// <summary>KPI settings of this engagement.</summary>
    public KpiSettings Kpis { get; init; } = new();

    /// <summary>Changes to the default milestone plan.</summary>
    public MilestoneSettings Milestones { get; init; } = new();

    /// <summary>The documents to keep.</summary>
    public DocumentSettings Documents { get; init; } = new();

    /// <summary>Who gets a digest.</summary>
    public IReadOnlyList<Recipient> Recipients { get; init; } = [];

    /// <summary>The exports that are expected.</summary>
    public IReadOnlyList<SourceSettings> Sources { get; init; } = [];

    /// <summary>The senders of webhooks that are turned on.</summary>
    public IReadOnlyList<WebhookSettings> Webhooks { get; init; } = [];

    /// <summary>Who is told of events.</summary>
    public IReadOnlyList<EventSubscription> Events { get; init; } = [];

    /// <summary>The checklists that start by themselves.</summary>
    public IReadOnlyList<ChecklistRule> Checklists { get; init; } = [];

    /// <summary>The wikis and folders that live documents are published to.</summary>
    public IReadOnlyList<PublishingTarget> Publishing { get; init; } = [];

    /// <summary>Limits of imports.</summary>
    public ImportSettings Imports { get; init; } = new();

    /// <summary>How long is kept what is no longer needed for figures.</summary>
    public RetentionSettings Retention { get; init; } = new();

    /// <summary>The RACI matrix: processes, and who has which part in them.</summary>
    public IReadOnlyList<RaciRow> Raci { get; init; } = [];

    /// <summary>Capacity of the team, for the capacity plan.</summary>
    public IReadOnlyList<Capacity> Capacity { get; init; } = [];

    /// <summary>Hours of work that no export knows, for the capacity plan.</summary>
    public Effort Effort { get; init; } = new();

    /// <summary>Papers for a due diligence that lie outside the product.</summary>
    public IReadOnlyList<DataRoomItem> DataRoom { get; init; } = [];

    /// <summary>What is settled for the continuity plan and the playbooks.</summary>
    public Continuity Continuity { get; init; } = new();

    /// <summary>Tools in use, for the Operating System and the exit checklist.</summary>
    public IReadOnlyList<Tool> Tools { get; init; } = [];

    /// <summary>What becomes of the tools.</summary>
    public IReadOnlyList<ToolMove> Roadmap { get; init; } = [];

    /// <summary>The processes, for the process map.</summary>
    public IReadOnlyList<Process> Processes { get; init; } = [];

    /// <summary>What could be improved.</summary>
    public Backlog Backlog { get; init; } = new();

    /// <summary>Who learns what.</summary>
    public IReadOnlyList<Training> Training { get; init; } = [];

    /// <summary>What runs by itself.</summary>
    public IReadOnlyList<Automation> Automations { get; init; } = [];

    /// <summary>The company's routines, where they are not the standard ones.</summary>
    public IReadOnlyList<Routine> Routines { get; init; } = [];

    /// <summary>Legal, HR and own dates.</summary>
    public CalendarSettings Calendar { get; init; } = new();

    /// <summary>Who decides up to which amount.</summary>
    public IReadOnlyList<DecisionRight> DecisionRights { get; init; } = [];

    /// <summary>The rules of the house.</summary>
    public IReadOnlyList<Policy> Policies { get; init; } = [];

    /// <summary>Who has access to what.</summary>
    public IReadOnlyList<AccessGrant> Access { get; init; } = [];

    /// <summary>The language of the client's documents.</summary>
    public Language Language => Locale.Language;

    /// <summary>The first person of a role, or null.</summary>
    public Person? PersonAs(PersonRole role) => People.FirstOrDefault(person => person.Role == role);

    /// <summary>The person of that id, or null.</summary>
    public Person? FindPerson(string? id) => People.FirstOrDefault(person => string.Equals(person.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The recipients of digests who are this person: those of the same address.</summary>
    public IEnumerable<Recipient> RecipientsOf(Person person) => Recipients.Where(recipient => recipient.Email.Trim().Equals(person.Email?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>How texts are written for a person: as for the digests to the same address, else as for the client.</summary>
    public Locale LocaleOf(Person person) => RecipientsOf(person).FirstOrDefault()?.Locale ?? Locale;
}
