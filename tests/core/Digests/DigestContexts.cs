using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Core.Tests.Digests;

/// <summary>Contexts of the week of 16 to 22 November 2026, asked for on the Monday after.</summary>
internal static class DigestContexts
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    private static readonly LocalDate Start = new(2026, 10, 12);

    public static Engagement Engagement(FormOfAddress address = FormOfAddress.Vous, string currency = "EUR", Locale? locale = null) => new()
    {
        Id = EngagementId.Parse("atelier-lumen"),
        Name = "Atelier Lumen",
        Locale = locale ?? Locale.FrFr,
        Address = address,
        Currency = currency,
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Start = Start,
        Sender = "ops@atelier-lumen.example",
        People =
        [
            new("camille", "Camille Roux", PersonRole.Obm, Email: "camille@obm.example"),
            new("nadia", "Nadia Klein", PersonRole.Manager, "Responsable finance"),
            new("paul", "Paul Lumen", PersonRole.Sponsor, Email: "paul@atelier-lumen.example"),
        ],
    };

    public static Recipient Recipient(Locale locale) => new() { Id = "paul", Name = "Paul Lumen", Email = "paul@atelier-lumen.example", Locale = locale };

    public static DigestContext Empty(Locale locale, FormOfAddress address = FormOfAddress.Vous) => new()
    {
        Engagement = Engagement(address, locale: locale),
        Recipient = Recipient(locale),
        Today = Today,
        Milestones = Plan(),
    };

    public static DigestContext Bad(Locale locale, FormOfAddress address = FormOfAddress.Vous, string currency = "EUR") => Empty(locale, address) with
    {
        Kpis =
        [
            new KpiBuilder("sales.won-amount", "Signed", "Signé", KpiUnit.Money, 48_200, 41_000).Currency(currency)
                .Target(45_000, KpiStatus.OnTarget).Series(39_000, 42_500, 44_000, 38_000, 41_000, 48_200)
                .Parts(("Brasserie du Port", 22_000), ("Garage Martin", 9_200), ("Le Comptoir", 8_000)).Before(("Studio Nord", 12_000)).From("hubspot.deals", Today).Build(),
            new KpiBuilder("finance.overdue-amount", "Overdue", "Échu impayé", KpiUnit.Money, 31_400, 21_600).Currency(currency).Stock().Lower()
                .Target(20_000, KpiStatus.OffTarget).Series(18_000, 17_500, 19_000, 20_500, 21_600, 31_400)
                .Parts(("F-118", 5_200), ("F-101", 4_900), ("F-121", 3_032), ("F-099", 2_000)).Before(("F-101", 4_900), ("F-099", 2_000)).From("invoices", Today.PlusDays(-1)).Build(),
            new KpiBuilder("delivery.lead-time-days", "Lead time, median", "Délai de réalisation, médiane", KpiUnit.Days, 11, 10).Ratio().Lower()
                .Target(9, KpiStatus.OffTarget).Series(8.5m, 8, 8.2m, 9, 10, 11).From("trello.board", Today).Build(),
            new KpiBuilder("customers.nps", "NPS", "NPS", KpiUnit.Points, 47, 49).Ratio().Target(45, KpiStatus.OnTarget).Rolling(90, 64)
                .Series(44, 46, 48, 50, 49, 47).From("typeform", Today).Build(),
            new KpiBuilder("finance.cash", "Bank", "Banque", KpiUnit.Money, 126_300, 130_400).Currency(currency).Stock().Entered()
                .Target(90_000, KpiStatus.OnTarget).Series(121_000, 125_000, 118_000, 128_000, 130_400, 126_300).From("readings", Today.PlusDays(-3)).Build(),
            new KpiBuilder("sales.win-rate", "Win rate", "Taux de transformation", KpiUnit.Percent, 34.5m, 31.2m).Ratio().Series(30, 31, 29, 33, 31.2m, 34.5m).Build(),
        ],
        Log =
        [
            new() { Id = "D-14", Kind = LogKind.Decision, Text = locale.Language == Language.French ? "Demander 30 % d'acompte à la signature" : "Ask for a 30% deposit at signature", Due = new(2026, 11, 24), Recommendation = locale.Language == Language.French ? "oui (Camille Roux), 14 460 € sur les affaires de la semaine" : "yes (Camille Roux), 14,460 on this week's deals", Added = new(2026, 11, 20) },
            new() { Id = "A-3", Kind = LogKind.Action, Text = locale.Language == Language.French ? "Relancer F-118 et F-121" : "Chase F-118 and F-121", Owner = "nadia", Due = new(2026, 11, 24), Kpi = "finance.overdue-amount", Added = new(2026, 11, 20) },
            new() { Id = "A-1", Kind = LogKind.Action, Text = locale.Language == Language.French ? "Ouvrir l'accès Stripe" : "Open access to Stripe", Owner = "paul", Due = new(2026, 11, 18), Added = new(2026, 11, 2) },
            new() { Id = "C-2", Kind = LogKind.Comment, Text = locale.Language == Language.French ? "6 des 8 tâches les plus longues attendent le client" : "6 of the 8 longest tasks wait for the client", Owner = "camille", Kpi = "delivery.lead-time-days", Added = new(2026, 11, 20) },
        ],
        Documents = [new(locale.Language == Language.French ? "Procédure Accueil client" : "SOP Client onboarding", 2, new(2026, 11, 19))],
        Sources =
        [
            new("HubSpot", "hubspot.deals", Today, 412, 0),
            new(locale.Language == Language.French ? "Factures" : "Invoices", "invoices", Today.PlusDays(-1), 1284, 3),
            new("Trello", "trello.board", Today, 96, 0),
            new("Typeform", "typeform", Today, 64, 0),
            new(locale.Language == Language.French ? "Banque" : "Bank", "readings", Today.PlusDays(-3), 1, 0, Entered: true),
        ],
    };

    public static DigestContext Good(Locale locale, string currency = "EUR") => Bad(locale, currency: currency) with
    {
        Kpis =
        [
            new KpiBuilder("sales.won-amount", "Signed", "Signé", KpiUnit.Money, 48_200, 41_000).Currency(currency).Target(45_000, KpiStatus.OnTarget)
                .Series(39_000, 42_500, 44_000, 38_000, 41_000, 48_200).From("hubspot.deals", Today).Build(),
            new KpiBuilder("finance.overdue-amount", "Overdue", "Échu impayé", KpiUnit.Money, 12_400.5m, 18_600).Currency(currency).Stock().Lower().Target(20_000, KpiStatus.OnTarget)
                .Series(21_000, 20_000, 19_000, 18_500, 18_600, 12_400.5m).Parts(("F-101", 4_900)).Before(("F-101", 4_900), ("F-095", 6_000)).From("invoices", Today).Build(),
            new KpiBuilder("delivery.load-rate", "Load rate", "Taux de charge", KpiUnit.Percent, 78, 84.5m).Ratio().Range(70, 85, KpiStatus.OnTarget).Series(90, 88, 86, 85, 84.5m, 78).Build(),
        ],
        Log = [],
        Documents = [],
    };

    public static DigestContext Quiet(Locale locale) => Good(locale) with
    {
        Kpis =
        [
            new KpiBuilder("sales.won-count", "Deals won", "Affaires gagnées", KpiUnit.Count, 6, 6).Target(5, KpiStatus.OnTarget).Series(5, 6, 5, 6, 6, 6).From("hubspot.deals", Today).Build(),
            new KpiBuilder("customers.churn-rate", "Churn", "Attrition", KpiUnit.Percent, 1.9m, 1.9m).Ratio().Lower().October().Target(2, KpiStatus.OnTarget).Build(),
        ],
    };

    public static DigestContext Stale(Locale locale) => Bad(locale) with
    {
        Kpis = [.. Bad(locale).Kpis.Select(kpi => kpi.Id == "finance.overdue-amount" ? kpi with { Sources = [kpi.Sources[0] with { Taken = new(2026, 11, 9) }] } : kpi)],
        Sources =
        [
            new("HubSpot", "hubspot.deals", Today, 412, 0),
            new(locale.Language == Language.French ? "Factures" : "Invoices", "invoices", new(2026, 11, 9), 1284, 3),
            new("Xero", "xero", null, 0, 0),
        ],
    };

    public static DigestContext Currencies(Locale locale) => Bad(locale) with
    {
        Kpis =
        [
            new KpiBuilder("sales.won-amount", "Signed", "Signé", KpiUnit.Money, null, null).ByCurrency(("EUR", 38_200), ("USD", 12_000)).From("hubspot.deals", Today).Build(),
            .. Bad(locale).Kpis.Where(kpi => kpi.Id == "delivery.lead-time-days"),
        ],
    };

    public static DigestContext Correction(Locale locale) => Bad(locale) with
    {
        Corrects = new(1, Today, [new("sales.won-amount", new(2026, 11, 16), new(2026, 11, 22), 46_100, "EUR"), new("delivery.lead-time-days", new(2026, 11, 16), new(2026, 11, 22), 11, null)]),
        SentBefore = [new("finance.overdue-amount", new(2026, 11, 9), new(2026, 11, 15), 20_900, "EUR")],
    };

    private static MilestoneReport Plan() => new("atelier-lumen", Today, Start,
        [
            Milestone("J10", 10, MilestoneState.Done, 4, 4),
            Milestone("J30", 30, MilestoneState.DoneLate, 5, 5) with { DoneOn = Start.PlusDays(32) },
            Milestone("J60", 60, MilestoneState.AtRisk, 1, 7),
            Milestone("J90", 90, MilestoneState.Upcoming, 0, 6),
        ], []);

    private static MilestoneStatus Milestone(string id, int day, MilestoneState state, int met, int all) => new()
    {
        Id = id,
        Day = day,
        Title = new(id, id),
        Due = Start.PlusDays(day),
        FirstDue = Start.PlusDays(day),
        Status = state,
        DueSoon = false,
        Progress = (decimal)met / all,
        Criteria = [.. Enumerable.Range(1, all).Select(i => new CriterionStatus($"{id}-{i}", new("Criterion", "Critère"), "manual", i <= met, null, null))],
    };
}
