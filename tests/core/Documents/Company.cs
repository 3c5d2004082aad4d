using NodaTime;
using OpsAutomation.Core.Tests.Documents.Hygiene;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Documents;

/// <summary>The company that documents are written for in these tests, in the middle of its engagement.</summary>
internal static class Company
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    public static Engagement Engagement(EngagementSize size = EngagementSize.Small) => new()
    {
        Id = EngagementId.Parse("atelier-lumen"),
        Name = "Atelier Lumen",
        Locale = Locale.FrFr,
        Currency = "EUR",
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Start = new LocalDate(2026, 10, 12),
        DaysPerWeek = 2,
        DayRate = 650,
        Size = size,
        Scope = new EngagementScope
        {
            Business = "Studio de design lumière pour commerces et hôtels",
            Stakes = "Les délais s'allongent, la direction arbitre tout et la trésorerie dépend de trois clients.",
            Included = ["Accueil des clients, production et plan de charge", "Facturation et relances"],
            Excluded = ["Recrutement de la direction commerciale"],
            Access = ["CRM HubSpot, lecture et exports", "Trello, tableau de production"],
            Headcount = 12,
        },
        People =
        [
            new("claire", "Claire Morel", PersonRole.Sponsor, "gérante", "claire@atelier-lumen.example", "samir"),
            new("samir", "Samir Haddad", PersonRole.Relay, "responsable de production", "samir@atelier-lumen.example", "ines"),
            new("ines", "Inès Petit", PersonRole.Deputy, "cheffe de projet", "ines@atelier-lumen.example"),
            new("paul", "Paul Girard", PersonRole.Manager, "responsable commercial"),
            new("anna", "Anna Keller", PersonRole.Obm),
        ],
        Raci =
        [
            new RaciRow { Process = "Accueil d'un nouveau client (onboarding)", Responsible = ["ines"], Accountable = ["samir"], Consulted = ["paul"], Informed = ["claire"] },
            new RaciRow { Process = "Devis et prix", Responsible = ["paul"], Accountable = ["claire"], Informed = ["samir"] },
            new RaciRow { Process = "Relance des impayés", Accountable = ["claire", "paul"] },
        ],
        Tools = [new("HubSpot", "CRM", "paul", 90), new("Trello", "production", "samir", 30), new("Excel de suivi", "doublon de Trello", null, null, Kept: false)],
        Roadmap = Workings.Roadmap,
        Processes = Workings.Processes,
        Backlog = Workings.Backlog,
        Training = Workings.Training,
        Automations = Workings.Automations,
        Calendar = Workings.Calendar,
        DecisionRights = Workings.DecisionRights,
        Access = Workings.Access,
        Capacity = [new("samir", 28, [new(new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 2))]), new("ines", 32, [new(new LocalDate(2026, 12, 7), new LocalDate(2026, 12, 11), 50)])],
        Effort = new Effort { Milestones = new Dictionary<string, decimal?>(StringComparer.OrdinalIgnoreCase) { ["J60"] = 60 } },
        Kpis = new KpiSettings
        {
            Followed = ["finance.overdue-amount", "delivery.lead-time-days", "sales.won-amount", "customers.nps", "delivery.load-rate"],
            Targets =
            [
                new("sales.won-amount", Grain.Week, 45_000, null, null), new("finance.overdue-amount", Grain.Week, 20_000, null, null), new("delivery.lead-time-days", Grain.Week, 9, null, null),
                new("delivery.load-rate", Grain.Week, 70, 90, null), new("sales.won-amount", Grain.Month, 180_000, null, null),
            ],
        },
    };

    public static DocumentContext Context(Language language, EngagementSize size = EngagementSize.Small) => new()
    {
        Engagement = Engagement(size),
        Kpis = Kpis(),
        Milestones = Milestones(),
        Log =
        [
            Item("D-14", LogKind.Decision, "Demander 30 % d'acompte à la signature ?", "claire", new LocalDate(2026, 11, 24)) with { Recommendation = "oui, 14 460 € encaissés plus tôt sur les affaires de la semaine" },
            Item("D-3", LogKind.Decision, "Garder Trello comme seul outil de production ?", "samir", new LocalDate(2026, 11, 6)) with { Open = false, Outcome = "oui", ClosedOn = new LocalDate(2026, 11, 5), ClosedBy = "claire" },
            Item("A-7", LogKind.Action, "Relancer les factures F-118 et F-121", "claire", new LocalDate(2026, 11, 24)),
            Item("A-5", LogKind.Action, "Former la production au modèle de projet", "samir", new LocalDate(2026, 11, 18)),
            Item("A-9", LogKind.Action, "Revoir la grille de prix", "paul", new LocalDate(2026, 12, 4)),
            Item("I-1", LogKind.Improvement, "Deux plans sur trois reviennent pour correction", "ines", new LocalDate(2026, 11, 20)) with
            {
                Cause = "le devis ne dit pas qui valide chez le client", Change = "nommer le valideur au devis", Kpi = "delivery.lead-time-days", Added = new LocalDate(2026, 11, 6),
            },
            Item("I-2", LogKind.Improvement, "Les tâches sans heures faussent le plan de charge", "samir", new LocalDate(2026, 12, 4)),
            Item("I-3", LogKind.Improvement, "Relances envoyées en retard", "claire", new LocalDate(2026, 11, 6)) with
            {
                Open = false, Cause = "personne n'avait la liste", Change = "liste des échus chaque lundi à 9 h", Outcome = "gardé : 6 relances sur 6 parties à temps", ClosedOn = new LocalDate(2026, 11, 6), ClosedBy = "claire",
            },
            Item("C-4", LogKind.Comment, "Deux factures font 84 % de la hausse (F-118, F-121).", "anna", null) with { Kpi = "finance.overdue-amount", Added = new LocalDate(2026, 11, 20) },
            Item("R-2", LogKind.Risk, "Trois clients font l'essentiel du chiffre d'affaires", "claire", null) with { Recommendation = "prospecter deux comptes par mois" },
        ],
        Figures = (from, to) => [.. Series.Of(Kpis(), from, to), .. Series.Money(from, to)],
        Baseline = Series.Before,
        Today = Today,
        Facts = Board.WithTasks(CrmDefectsTests.Sample()),
        Language = language,
    };

    /// <summary>The same where nothing waits for approval.</summary>
    public static DocumentContext Unapproved(Language language)
    {
        var context = Context(language);
        return context with { Engagement = context.Engagement with { Documents = context.Engagement.Documents with { Approval = false } } };
    }

    public static (DocumentGenerator Generator, DocumentStore Store, InMemoryBlobStore Blobs, InMemoryStateStore State) Writer()
    {
        var blobs = new InMemoryBlobStore();
        var state = new InMemoryStateStore();
        var store = new DocumentStore(blobs, state);
        return (new DocumentGenerator(new TemplateSource(blobs), store), store, blobs, state);
    }

    private static IReadOnlyList<KpiResult> Kpis() =>
    [
        Kpi("sales.won-amount", "Signed", "Montant signé", KpiUnit.Money, KpiDirection.Higher, 48_200, 41_000, 45_000, KpiStatus.OnTarget, "paul"),
        Kpi("finance.overdue-amount", "Overdue", "Échu impayé", KpiUnit.Money, KpiDirection.Lower, 31_400, 21_600, 20_000, KpiStatus.OffTarget, "claire"),
        Kpi("delivery.lead-time-days", "Lead time, median", "Délai de réalisation médian", KpiUnit.Days, KpiDirection.Lower, 11, 10, 9, KpiStatus.OffTarget, "samir"),
        Kpi("delivery.on-time-rate", "On time", "Tâches dans les délais", KpiUnit.Percent, KpiDirection.Higher, 81.5m, 79, 90, KpiStatus.AtRisk, "samir"),
        Kpi("delivery.load-rate", "Load rate", "Taux de charge", KpiUnit.Percent, KpiDirection.Within, 86, 92, 70, KpiStatus.OnTarget, null) with { TargetUpTo = 90 },
        Kpi("customers.nps", "NPS", "NPS", KpiUnit.Points, KpiDirection.Higher, 47, 49, 45, KpiStatus.OnTarget, null) with { Grain = Grain.Rolling },
        Kpi("support.opened-count", "Tickets opened", "Demandes ouvertes", KpiUnit.Count, KpiDirection.Lower, null, null, null, KpiStatus.NoData, null),
    ];

    private static KpiResult Kpi(
        string id, string en, string fr, KpiUnit unit, KpiDirection direction, decimal? value, decimal? previous, decimal? target, KpiStatus status, string? owner) => new()
        {
            Id = id,
            Label = new(en, fr),
            Unit = unit,
            Currency = unit == KpiUnit.Money ? "EUR" : null,
            Grain = Grain.Week,
            Nature = KpiNature.Flow,
            Direction = direction,
            Value = value,
            Previous = previous,
            Target = target,
            Status = status,
            Owner = owner,
            Period = new(new LocalDate(2026, 11, 16), new LocalDate(2026, 11, 22), false),
        };

    private static LogItem Item(string id, LogKind kind, string text, string? owner, LocalDate? due) =>
        new() { Id = id, Kind = kind, Text = text, Owner = owner, Due = due, Added = new LocalDate(2026, 11, 2) };

    private static MilestoneReport Milestones() => new("atelier-lumen", Today, new LocalDate(2026, 10, 12),
        [
            Milestone("J10", 10, "Process map, quick wins, rituals and KPIs defined", "Cartographie, gains rapides, rituels et indicateurs définis", MilestoneState.Done, 2, 2) with { DoneOn = new LocalDate(2026, 10, 21) },
            Milestone("J30", 30, "First SOPs, tool roadmap, first capacity decisions", "Premières procédures, feuille de route des outils, premières décisions de charge", MilestoneState.Late, 1, 3) with { FirstDue = new LocalDate(2026, 11, 9), Reason = "pont du 11 novembre" },
            Milestone("J60", 60, "Key processes live, managers trained", "Processus clés en vigueur, managers formés", MilestoneState.AtRisk, 1, 4),
            Milestone("J90", 90, "Impact review, plan for the next quarter, handover begun", "Revue d'impact, plan du trimestre suivant, passation engagée", MilestoneState.Upcoming, 0, 3),
        ], []);

    private static MilestoneStatus Milestone(string id, int day, string en, string fr, MilestoneState state, int met, int count)
    {
        var due = new LocalDate(2026, 10, 12).PlusDays(day);
        return new()
        {
            Id = id,
            Day = day,
            Title = new(en, fr),
            Due = due,
            FirstDue = due,
            Status = state,
            DueSoon = false,
            Progress = (decimal)met / count,
            Owner = "samir",
            Criteria =
            [
                .. Enumerable.Range(1, count).Select(n => new CriterionStatus(
                    $"{id}-{n}", new($"Criterion {n} of day {day}", $"Critère {n} du J+{day}"), "manual", n <= met,
                    n <= met ? new("confirmed by Claire Morel", "confirmé par Claire Morel") : null, n == 1 ? "ines" : null)),
            ],
        };
    }
}
