using OpsAutomation.Engagements;
using OpsAutomation.Facts;

namespace OpsAutomation.Documents.DataRoom;

/// <summary>What a due diligence of a small company asks for, by section.</summary>
internal static class DataRoomIndex
{
    /// <summary>The sections in their order.</summary>
    public static IReadOnlyList<(LocalizedText Title, IReadOnlyList<DataRoomPaper> Papers)> Sections { get; } =
    [
        (new("Company", "Société"),
        [
            new("articles", new("Articles of association, up to date", "Statuts à jour"), PersonRole.Sponsor),
            new("register-extract", new("Extract of the company register, under three months old", "Extrait du registre (Kbis) de moins de trois mois"), PersonRole.Sponsor),
            new("cap-table", new("Shareholders and their shares, options", "Table de capitalisation, options"), PersonRole.Sponsor),
            new("shareholder-agreement", new("Shareholders' agreement", "Pacte d'associés"), PersonRole.Sponsor),
            new("minutes", new("Minutes of general meetings, three years", "Procès-verbaux d'assemblées, trois ans"), PersonRole.Sponsor),
        ]),
        (new("Finance", "Finances"),
        [
            new("accounts", new("Annual accounts, three years", "Comptes annuels, trois exercices"), PersonRole.Sponsor),
            new("ledger", new("General ledger of the running year", "Grand livre de l'exercice (FEC)"), PersonRole.Sponsor) { Fact = FactType.LedgerEntry },
            new("invoices", new("Invoices with what is overdue", "Factures et échus impayés"), PersonRole.Relay) { Fact = FactType.Sale },
            new("budget", new("Budget and cash plan, twelve months", "Budget et plan de trésorerie, douze mois"), PersonRole.Sponsor),
            new("loans", new("Loans, leasing, guarantees given", "Emprunts, crédits-bails, garanties données"), PersonRole.Sponsor),
            new("tax", new("Tax and social returns, three years", "Déclarations fiscales et sociales, trois ans"), PersonRole.Sponsor),
            new("monthly-business-review", new("Monthly Business Review, latest", "Revue mensuelle d'activité, la dernière"), PersonRole.Obm) { Kind = "monthly-business-review" },
        ]),
        (new("Customers and sales", "Clients et ventes"),
        [
            new("customer-contracts", new("Contracts of the ten largest customers, standard terms", "Contrats des dix premiers clients, conditions générales"), PersonRole.Sponsor),
            new("pipeline", new("Deals with amount, stage and history", "Affaires avec montant, étape et historique"), PersonRole.Manager) { Fact = FactType.Deal },
            new("subscriptions", new("Subscriptions, recurring revenue, churn", "Abonnements, revenu récurrent, attrition"), PersonRole.Manager) { Fact = FactType.Subscription },
            new("satisfaction", new("Satisfaction surveys", "Enquêtes de satisfaction"), PersonRole.Manager) { Fact = FactType.SurveyResponse },
        ]),
        (new("Operations", "Opérations"),
        [
            new("operating-system", new("Operating System", "Operating System"), PersonRole.Obm) { Kind = "operating-system" },
            new("raci", new("RACI matrix", "Matrice RACI"), PersonRole.Obm) { Kind = "raci" },
            new("process-map", new("Process map", "Cartographie des processus"), PersonRole.Obm) { Kind = "process-map" },
            new("capacity-plan", new("Capacity plan", "Plan de charge"), PersonRole.Relay) { Kind = "capacity-plan" },
            new("risk-register", new("Risk register", "Registre des risques"), PersonRole.Obm) { Kind = "risk-register" },
            new("continuity-plan", new("Business continuity plan", "Plan de continuité d'activité"), PersonRole.Obm) { Kind = "continuity-plan" },
            new("logbook", new("Logbook of decisions", "Journal de bord des décisions"), PersonRole.Obm) { Kind = "logbook" },
            new("supplier-contracts", new("Contracts of the main suppliers", "Contrats des principaux fournisseurs"), PersonRole.Sponsor),
        ]),
        (new("People", "Équipe"),
        [
            new("staff", new("Staff: role, entry, pay, kind of contract, without names", "Effectif\u00a0: fonction, entrée, rémunération, type de contrat, sans noms"), PersonRole.Sponsor),
            new("employment-contracts", new("Employment contracts of key people", "Contrats de travail des personnes clés"), PersonRole.Sponsor),
            new("training-plan", new("Training plan", "Plan de formation"), PersonRole.Obm) { Kind = "training-plan" },
            new("handover-plan", new("Handover plan with the deputy", "Plan de passation avec le binôme"), PersonRole.Obm) { Kind = "handover-plan" },
        ]),
        (new("Tools, data and rights", "Outils, données et droits"),
        [
            new("tool-roadmap", new("Inventory and roadmap of tools", "Inventaire et feuille de route des outils"), PersonRole.Obm) { Kind = "tool-roadmap" },
            new("processing-register", new("Register of processing, processor annexes", "Registre des traitements, annexes de sous-traitance"), PersonRole.Obm) { Kind = "processing-register" },
            new("rights", new("Trademarks, domains, software and who owns them", "Marques, domaines, logiciels et leurs titulaires"), PersonRole.Sponsor),
            new("insurance", new("Insurance policies and claims", "Assurances et sinistres"), PersonRole.Sponsor),
            new("leases", new("Leases", "Baux"), PersonRole.Sponsor),
            new("litigation", new("Disputes, open and threatened, or a statement that there is none", "Litiges en cours ou annoncés, ou l'attestation qu'il n'y en a pas"), PersonRole.Sponsor),
        ]),
    ];
}
