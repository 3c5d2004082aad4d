using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents;

/// <summary>How the company of these tests works: what its file says of processes, backlog, tools and training.</summary>
internal static class Workings
{
    public static IReadOnlyList<Process> Processes { get; } =
    [
        new()
        {
            Id = "vente", Name = "Devis et vente", Owner = "paul", Team = "Commerce", Trigger = "demande d'un prospect", Input = "Demande qualifiée", Output = "Devis signé", Tool = "HubSpot",
            PerMonth = 14, Hours = 3, Pain = "un devis sur trois est refait", Next = [new("accueil", "Devis signé et contacts", "le brief arrive sans dimensions")],
        },
        new()
        {
            Id = "accueil", Name = "Accueil d'un nouveau client", Owner = "samir", Team = "Production", Input = "Devis signé", Output = "Lancement tenu", Tool = "Trello",
            PerMonth = 6, Hours = 2.5m, Next = [new("production", "Dossier complet"), new("facturation", "Acompte à facturer")],
        },
        new() { Id = "production", Name = "Fabrication", Owner = "samir", Team = "Production", Input = "Dossier complet", Output = "Livraison acceptée", Tool = "Trello", PerMonth = 6, Hours = 34, Pain = "les urgences passent devant" },
        new() { Id = "facturation", Name = "Facturation", Input = "Livraison acceptée", Output = "Règlement reçu", Sop = "sop-monthly-close", PerMonth = 9 },
    ];

    public static Backlog Backlog { get; } = new()
    {
        Items =
        [
            new() { Title = "Facturer le jour de la livraison", Process = "facturation", Kpi = "finance.overdue-amount", Impact = 8, Confidence = 7, Ease = 8, Days = 1, Owner = "claire", By = new LocalDate(2026, 11, 27) },
            new() { Title = "Fiche de passation refusée si incomplète", Process = "vente", Kpi = "delivery.lead-time-days", Impact = 7, Confidence = 8, Ease = 8, Days = 2, Owner = "paul", By = new LocalDate(2026, 11, 20), State = BacklogState.Started },
            new() { Title = "Relier HubSpot et Trello", Impact = 8, Confidence = 6, Ease = 3, Days = 8, Owner = "samir" },
            new() { Title = "Modèle de devis unique", Process = "vente", Impact = 6, Confidence = 7, Ease = 9, State = BacklogState.Done },
            new() { Title = "Changer de CRM", Impact = 4, Confidence = 2, Ease = 1, State = BacklogState.Dropped },
        ],
    };

    public static IReadOnlyList<ToolMove> Roadmap { get; } =
    [
        new("Trello", ToolDecision.Replace, new LocalDate(2027, 1, 29), "HubSpot", 45, 600, "samir", "un seul outil du devis à la livraison"),
        new("Excel de suivi", ToolDecision.Drop, new LocalDate(2026, 11, 13), Owner: "ines"),
    ];

    public static IReadOnlyList<Automation> Automations { get; } =
    [
        new() { Name = "Affaire gagnée vers Trello", Trigger = "affaire gagnée dans HubSpot", Does = "crée la carte du projet", Tool = "Zapier", Owner = "samir", Breaks = "la production démarre en retard", Fallback = "liste des affaires gagnées chaque matin", Critical = true, Tested = new LocalDate(2026, 10, 20) },
        new() { Name = "Relance à l'échéance", Trigger = "facture échue", Tool = "facturation", Breaks = "les relances ne partent plus" },
    ];

    public static CalendarSettings Calendar { get; } = new()
    {
        Owner = "claire",
        Accountant = "Cabinet Dury",
        Without = ["fr-oeth"],
        Dates = [new("Fin du bail de l'atelier, préavis de six mois", new LocalDate(2027, 3, 31)), new("Assurance décennale", new LocalDate(2026, 1, 1), 12, "samir")],
    };

    public static IReadOnlyList<DecisionRight> DecisionRights { get; } =
        [new("Achats de matières", "samir", 1500, "claire", ["paul"], "Journal de bord"), new("Embauche", "claire", null, null, [], "Journal de bord")];

    public static IReadOnlyList<AccessGrant> Access { get; } =
    [
        new() { Person = "paul", Tool = "HubSpot", Right = AccessRight.Admin, Since = new LocalDate(2025, 1, 6), Reviewed = new LocalDate(2026, 10, 12) },
        new() { Person = "samir", Tool = "Trello", Right = AccessRight.Admin, Since = new LocalDate(2025, 3, 3) },
        new() { Name = "Marc Noir", Tool = "Trello", Right = AccessRight.Edit, Since = new LocalDate(2025, 3, 3), Left = new LocalDate(2026, 10, 30) },
        new() { Name = "Agence Sillage", Tool = "HubSpot", Right = AccessRight.Edit, Since = new LocalDate(2026, 1, 5), Closed = new LocalDate(2026, 6, 30) },
    ];

    public static IReadOnlyList<Training> Training { get; } =
    [
        new() { Subject = "Plan de charge du vendredi", Who = ["ines"], Trainer = "samir", Sop = "sop-capacity-planning", Hours = 1.5m, By = new LocalDate(2026, 12, 4), Proof = "tient deux plans de charge seule" },
        new() { Subject = "Accueil d'un client", Who = ["ines", "paul"], Trainer = "samir", Sop = "sop-client-onboarding", Hours = 2, By = new LocalDate(2026, 11, 6), Done = new LocalDate(2026, 11, 5) },
        new() { Subject = "Incident en production", Who = ["ines"], Trainer = "samir", Sop = "sop-incident", Hours = 1, By = new LocalDate(2026, 11, 16) },
    ];
}
