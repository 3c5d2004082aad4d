using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>Decision rights to start from where an engagement has none: amounts by size, to be changed and signed by who commissions the engagement.</summary>
internal static class UsualRights
{
    /// <summary>The proposal as the Operating System reads it.</summary>
    public static IEnumerable<object?> Of(DocumentContext context, People people)
    {
        var language = context.Language;
        var ceo = people.Decider;
        var lead = people.NameOrRole(PersonRole.Relay, PersonRole.InternalCoo, PersonRole.Deputy);
        var (small, large) = context.Engagement.Size switch
        {
            EngagementSize.Solo => (100m, 300m),
            EngagementSize.Small => (300m, 1_000m),
            _ => (1_000m, 5_000m),
        };
        string Money(decimal amount) => context.Locale.Money(amount, context.Engagement.Currency);
        Values Row(LocalizedText decision, string who, string? upTo, string? above, LocalizedText? consulted, LocalizedText written) => new()
        {
            ["decision"] = decision.In(language), ["who"] = who, ["upTo"] = upTo, ["above"] = above, ["consulted"] = consulted?.In(language), ["written"] = written.In(language),
        };
        var log = new LocalizedText("Logbook", "Journal de bord");
        var anyone = new LocalizedText("Budget holder", "Responsable du poste").In(language);

        return
        [
            Row(new("Spending within the budget", "Dépense prévue au budget"), anyone, Money(large), lead, null, new("Approved invoice", "Facture visée")),
            Row(new("Spending outside the budget", "Dépense hors budget"), lead, Money(small), ceo, new("Manager concerned", "Responsable concerné"), log),
            Row(new("Hire, raise, end of a contract", "Embauche, augmentation, rupture de contrat"), ceo, null, null, new("Manager concerned", "Responsable concerné"), log),
            Row(new("Discount outside the price list", "Remise hors grille"), lead, Money(large), ceo, new("Sales, production", "Commercial, production"), new("Quote", "Devis")),
            Row(new("Commercial gesture to a client", "Geste commercial envers un client"), lead, Money(small), ceo, new("Client's contact", "Interlocuteur du client"), new("Client's file", "Dossier du client")),
            Row(new("Priority between projects", "Priorité entre projets"), lead, null, null, new("Sales", "Commercial"), new("Capacity plan", "Plan de charge")),
            Row(new("Tool added or dropped", "Outil ajouté ou abandonné"), lead, language == Language.French ? Money(small) + " par an" : Money(small) + " a year", ceo, new("Users", "Utilisateurs"), log),
            Row(new("Change of a procedure", "Modification d'une procédure"), new LocalizedText("Owner of the procedure", "Responsable de la procédure").In(language), null, null, new("Those who use it", "Ceux qui l'appliquent"), new("New version with its reason", "Nouvelle version, avec son motif")),
        ];
    }
}
