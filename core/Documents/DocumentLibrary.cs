using OpsAutomation.Engagements;

namespace OpsAutomation.Documents;

/// <summary>The kinds of documents that the product writes, and which of them an engagement keeps.</summary>
public static class DocumentLibrary
{
    /// <summary>What the ids of SOPs begin with that people wrote.</summary>
    public const string OwnSop = "sop-own-";

    /// <summary>What the ids of playbooks begin with that people wrote.</summary>
    public const string OwnPlaybook = "playbook-own-";

    private static readonly string[] SoloPlan =
    [
        "engagement-brief", "sop-client-onboarding", "sop-incident", "sop-capacity-planning", "sop-sales-to-cs-handover",
        "weekly-ops-agenda", "status-30-60-90", "exit-checklist",
    ];

    private static readonly string[] TeamPlan =
    [
        "engagement-brief", "diagnostic", "process-map", "backlog", "raci", "operating-system", "tool-roadmap", "training-plan", "sop-client-onboarding",
        "sop-incident", "sop-capacity-planning", "sop-sales-to-cs-handover", "weekly-ops-agenda", "daily-list", "capacity-plan",
        "friday-session", "monthly-business-review", "improvement-cycle", "status-30-60-90", "quarter-plan",
        "impact-review", "logbook", "exit-checklist",
    ];

    /// <summary>Every kind, in the order in which an index shows them.</summary>
    public static IReadOnlyList<DocumentKind> Kinds { get; } =
    [
        new("engagement-brief", DocumentFamily.Framing, new("Engagement brief", "Fiche de mission")),
        new("raci", DocumentFamily.Framing, new("RACI matrix", "Matrice RACI")),
        new("operating-system", DocumentFamily.Framing, new("Operating System: how the company runs", "Operating System\u00a0: le fonctionnement de l'entreprise")),
        new("interview-guide", DocumentFamily.Framing, new("Interview guide per team", "Guide d'entretien par équipe")),
        new("diagnostic", DocumentFamily.Cadence, new("Diagnostic on one page", "Diagnostic en une page")),
        new("process-map", DocumentFamily.Framing, new("Process map", "Cartographie des processus")),
        new("backlog", DocumentFamily.Framing, new("Quick wins and prioritised backlog", "Gains rapides et backlog priorisé")),
        new("tool-roadmap", DocumentFamily.Framing, new("Tool inventory and roadmap", "Inventaire et feuille de route des outils")),
        new("training-plan", DocumentFamily.Framing, new("Training plan", "Plan de formation")),
        new("quarter-plan", DocumentFamily.Cadence, new("Plan for the next quarter", "Plan du trimestre suivant")),
        new("legal-calendar", DocumentFamily.Framing, new("Legal and HR calendar", "Calendrier légal et social")),
        new("automation-register", DocumentFamily.Framing, new("Automation register", "Registre des automatisations")),
        new("access-register", DocumentFamily.Framing, new("Access register", "Registre des accès")),
        new("handover-plan", DocumentFamily.Framing, new("Handover plan with the internal deputy", "Plan de passation avec le binôme interne")),
        new("risk-register", DocumentFamily.Framing, new("Risk register", "Registre des risques")),
        new("processing-register", DocumentFamily.Framing, new("Register of processing and processor annex", "Registre des traitements et annexe de sous-traitance")),
        new("dpa-annex", DocumentFamily.Framing, new("Data processing annex (GDPR, art. 28)", "Annexe de sous-traitance des données (RGPD, art. 28)")),
        new("selection-scorecard", DocumentFamily.Framing, new("Selection scorecard: choosing a COO or an OBM", "Grille d'évaluation\u00a0: choisir un COO ou une OBM")),
        new("obm-or-coo", DocumentFamily.Framing, new("OBM or COO: which one fits", "OBM ou COO\u00a0: lequel convient")),
        new("logbook", DocumentFamily.Framing, new("Logbook: decisions, tools, playbooks", "Journal de bord\u00a0: décisions, outils, plans de réaction")),
        new("data-room-index", DocumentFamily.Framing, new("Data-room index for a due diligence", "Index de data room pour un audit d'acquisition")),
        new("sop-client-onboarding", DocumentFamily.Sop, new("SOP: client onboarding", "Procédure\u00a0: accueil d'un nouveau client")),
        new("sop-incident", DocumentFamily.Sop, new("SOP: incident", "Procédure\u00a0: gestion d'un incident")),
        new("sop-capacity-planning", DocumentFamily.Sop, new("SOP: capacity planning", "Procédure\u00a0: plan de charge")),
        new("sop-sales-to-cs-handover", DocumentFamily.Sop, new("SOP: handover from sales to customer success", "Procédure\u00a0: passation de la vente au suivi client")),
        new("sop-sales-to-production-handover", DocumentFamily.Sop, new("SOP: handover from sales to production", "Procédure\u00a0: passation de la vente à la production")),
        new("sop-crm-hygiene", DocumentFamily.Sop, new("SOP: CRM hygiene", "Procédure\u00a0: hygiène du CRM")),
        new("sop-monthly-close", DocumentFamily.Sop, new("SOP: monthly close", "Procédure\u00a0: clôture mensuelle")),
        new("sop-complaint", DocumentFamily.Sop, new("SOP: customer complaint", "Procédure\u00a0: réclamation d'un client")),
        new("sop-hiring-onboarding", DocumentFamily.Sop, new("SOP: hiring and onboarding of staff", "Procédure\u00a0: recrutement et accueil d'un collaborateur")),
        new("sop-access-offboarding", DocumentFamily.Sop, new("SOP: access and offboarding", "Procédure\u00a0: accès et départ d'un collaborateur")),
        new("sop-weekly-kpi-review", DocumentFamily.Sop, new("SOP: weekly KPI review", "Procédure\u00a0: revue hebdomadaire des indicateurs")),
        new("playbook-outage", DocumentFamily.Playbook, new("Playbook: outage of a service", "Plan de réaction\u00a0: panne d'un service")),
        new("playbook-key-person", DocumentFamily.Playbook, new("Playbook: key person gone", "Plan de réaction\u00a0: absence d'une personne clé")),
        new("playbook-cash-squeeze", DocumentFamily.Playbook, new("Playbook: cash squeeze", "Plan de réaction\u00a0: trésorerie tendue")),
        new("playbook-data-breach", DocumentFamily.Playbook, new("Playbook: data breach", "Plan de réaction\u00a0: violation de données")),
        new("playbook-supplier-failure", DocumentFamily.Playbook, new("Playbook: supplier failure", "Plan de réaction\u00a0: défaillance d'un fournisseur")),
        new("playbook-strike", DocumentFamily.Playbook, new("Playbook: strike or blockade", "Plan de réaction\u00a0: grève ou blocage")),
        new("continuity-plan", DocumentFamily.Playbook, new("Business continuity plan", "Plan de continuité d'activité (PCA)")),
        new("weekly-ops-agenda", DocumentFamily.Cadence, new("Weekly Ops: agenda", "Point opérations hebdomadaire\u00a0: ordre du jour")),
        new("daily-list", DocumentFamily.Cadence, new("Daily list", "Liste du jour")),
        new("capacity-plan", DocumentFamily.Cadence, new("Capacity plan", "Plan de charge")),
        new("friday-session", DocumentFamily.Cadence, new("Friday sharing session", "Partage du vendredi")),
        new("monthly-business-review", DocumentFamily.Cadence, new("Monthly Business Review", "Revue mensuelle d'activité")),
        new("board-note", DocumentFamily.Cadence, new("Board note", "Note au conseil")),
        new("impact-review", DocumentFamily.Cadence, new("Impact review", "Revue d'impact")),
        new("improvement-cycle", DocumentFamily.Cadence, new("Improvement cycle: the fortnight's review", "Cycle d'amélioration\u00a0: revue de la quinzaine")),
        new("status-30-60-90", DocumentFamily.Cadence, new("30-60-90 status", "Plan 30-60-90\u00a0: état d'avancement")),
        new("checklist-client-onboarding", DocumentFamily.Checklist, new("Checklist: client onboarding", "Check-list\u00a0: accueil d'un nouveau client")),
        new("checklist-weekly", DocumentFamily.Checklist, new("Checklist: weekly routine", "Check-list\u00a0: routine de la semaine")),
        new("checklist-month-end", DocumentFamily.Checklist, new("Checklist: month end", "Check-list\u00a0: fin de mois")),
        new("checklist-staff-arrival", DocumentFamily.Checklist, new("Checklist: arrival of a new member of staff", "Check-list\u00a0: arrivée d'un collaborateur")),
        new("checklist-gdpr-request", DocumentFamily.Checklist, new("Checklist: a person's request about their data (GDPR)", "Check-list\u00a0: demande d'une personne sur ses données (RGPD)")),
        new("checklist-tool-migration", DocumentFamily.Checklist, new("Checklist: change of tool", "Check-list\u00a0: changement d'outil")),
        new("exit-checklist", DocumentFamily.Checklist, new("Clean exit checklist", "Check-list de sortie propre")),
    ];

    /// <summary>The kind of that id.</summary>
    /// <exception cref="OpsException">There is no such kind; the message lists those there are.</exception>
    public static DocumentKind Find(string id) => Kinds.FirstOrDefault(kind => string.Equals(kind.Id, id, StringComparison.Ordinal))
        ?? OwnKind(id)
        ?? throw OpsException.WrongUsage(
            $"There is no document kind of that name. Known kinds: {string.Join(", ", Kinds.Select(kind => kind.Id))}.",
            $"Ce type de document n'existe pas. Types connus\u00a0: {string.Join(", ", Kinds.Select(kind => kind.Id))}.");

    /// <summary>The kind of a document that people of the engagement wrote, <c>sop-own-…</c> or <c>playbook-own-…</c>; null where the id is none of these.</summary>
    public static DocumentKind? OwnKind(string id)
    {
        var isSop = id.StartsWith(OwnSop, StringComparison.Ordinal);
        if (!isSop && !id.StartsWith(OwnPlaybook, StringComparison.Ordinal))
            return null;
        var rest = id[(isSop ? OwnSop : OwnPlaybook).Length..];
        return rest.Length is > 0 and <= 60 && rest[0] != '-' && rest.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? new(id, isSop ? DocumentFamily.Sop : DocumentFamily.Playbook, new(id, id))
            : null;
    }

    /// <summary>The place of a kind in an index: as the library has it, all others after.</summary>
    public static int PlaceOf(string id)
    {
        for (var i = 0; i < Kinds.Count; i++)
        {
            if (Kinds[i].Id == id)
                return i;
        }

        return Kinds.Count;
    }

    /// <summary>The kind of a recorded document; one that the library no longer has is taken for a framing document.</summary>
    public static DocumentKind KindOf(DocumentRecord record) => Kinds.FirstOrDefault(kind => kind.Id == record.Kind)
        ?? (OwnKind(record.Kind) ?? new(record.Kind, DocumentFamily.Framing, new(record.Kind, record.Kind))) with { Title = new(record.Title, record.Title) };

    /// <summary>
    /// The kinds that an engagement keeps: those its configuration names, else the default of its size; the other kinds are for those who need them.
    /// A solo client gets neither RACI nor Operating System: with one person in charge they would repeat the brief.
    /// </summary>
    public static IReadOnlyList<DocumentKind> PlanFor(Engagement engagement)
    {
        if (engagement.Documents.Kinds.Count > 0)
            return [.. engagement.Documents.Kinds.Distinct(StringComparer.Ordinal).Select(Find)];
        return [.. (engagement.Size == EngagementSize.Solo ? SoloPlan : TeamPlan).Select(Find)];
    }

    /// <summary>The SOPs that the client cannot do without: those the configuration names, else all SOPs of the plan.</summary>
    public static IReadOnlyList<string> CriticalSops(Engagement engagement) => engagement.Documents.CriticalSops.Count > 0
        ? [.. engagement.Documents.CriticalSops.Distinct(StringComparer.Ordinal)]
        : [.. PlanFor(engagement).Where(kind => kind.Family == DocumentFamily.Sop).Select(kind => kind.Id)];
}
