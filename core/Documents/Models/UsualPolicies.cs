using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>Rules of the house to start from where an engagement has none.</summary>
internal static class UsualPolicies
{
    private static readonly (LocalizedText Name, LocalizedText Rule)[] All =
    [
        (new("Leave and absence", "Congés et absences"), new("Asked for two weeks ahead for up to five days, two months ahead beyond; granted once a deputy has confirmed", "Demandés deux semaines à l'avance jusqu'à cinq jours, deux mois au-delà ; accordés quand un binôme a confirmé")),
        (new("Expenses", "Notes de frais"), new("Receipt within the month, nothing without one; paid with the next salary", "Justificatif dans le mois, rien sans justificatif ; remboursées avec le salaire suivant")),
        (new("Purchases", "Achats"), new("An order is approved before it is placed, by whom the decision rights name; the person who approves does not pay", "Une commande est validée avant d'être passée, par qui les droits de décision désignent ; qui valide ne paie pas")),
        (new("Access and passwords", "Accès et mots de passe"), new("Personal accounts with two-factor sign-in, a vault, no shared password; closed on the last day", "Comptes nominatifs, double authentification, coffre-fort, aucun mot de passe partagé ; fermés le dernier jour")),
        (new("Personal data", "Données personnelles"), new("Only what is needed, in the tools of the register, erased when its period ends; an incident is told within the hour", "Le nécessaire seulement, dans les outils du registre, effacé à son terme ; un incident se signale dans l'heure")),
        (new("Artificial intelligence", "Intelligence artificielle"), new("No client or personal data in a tool that is not in the inventory; what it writes is read by a person before it leaves", "Aucune donnée de client ou de personne dans un outil hors inventaire ; ce qu'elle écrit est relu avant de partir")),
        (new("Remote work", "Télétravail"), new("Fixed days, reachable at the team's hours, screen locked, no paper files outside", "Jours fixes, joignable aux heures de l'équipe, écran verrouillé, aucun dossier papier dehors")),
        (new("Gifts and interests", "Cadeaux et intérêts"), new("Anything worth more than a lunch is told to management and refused when a contract is being negotiated", "Tout ce qui dépasse un déjeuner se déclare à la direction et se refuse pendant une négociation")),
        (new("Respect at work", "Respect au travail"), new("No harassment, no discrimination; a named person to talk to, an answer within five working days", "Ni harcèlement ni discrimination ; une personne désignée à qui parler, une réponse sous cinq jours ouvrés")),
    ];

    /// <summary>The proposal; nobody keeps it yet.</summary>
    public static IReadOnlyList<Policy> Of(Language language) => [.. All.Select(one => new Policy(one.Name.In(language), one.Rule.In(language)))];
}
