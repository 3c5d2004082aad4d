using OpsAutomation.Engagements;
using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Models;

/// <summary>The words for what documents name again and again, as the product's glossary has them.</summary>
internal static class Words
{
    public static LocalizedText Of(PersonRole role) => role switch
    {
        PersonRole.Sponsor => new("sponsor", "commanditaire"),
        PersonRole.Ceo => new("CEO", "direction générale"),
        PersonRole.Relay => new("relay", "relais interne"),
        PersonRole.Deputy => new("deputy", "binôme"),
        PersonRole.InternalCoo => new("internal COO", "COO interne"),
        PersonRole.Obm => new("fractional COO or OBM", "COO à temps partagé ou OBM"),
        PersonRole.Manager => new("manager", "manager"),
        _ => new("team member", "membre de l'équipe"),
    };

    public static LocalizedText Of(EngagementSize size) => size switch
    {
        EngagementSize.Solo => new("solo business", "activité indépendante"),
        EngagementSize.Small => new("small company", "petite entreprise"),
        _ => new("small or medium-sized enterprise", "PME"),
    };

    /// <summary>The name of a country; its code where the library has no rules for it.</summary>
    public static LocalizedText OfCountry(string code) => code.ToUpperInvariant() switch
    {
        "FR" => new("France", "France"),
        "BE" => new("Belgium", "Belgique"),
        "CH" => new("Switzerland", "Suisse"),
        "LU" => new("Luxembourg", "Luxembourg"),
        "CA" => new("Canada", "Canada"),
        "US" => new("United States", "États-Unis"),
        "GB" => new("United Kingdom", "Royaume-Uni"),
        "IE" => new("Ireland", "Irlande"),
        "AU" => new("Australia", "Australie"),
        "NZ" => new("New Zealand", "Nouvelle-Zélande"),
        _ => new(code, code),
    };

    public static LocalizedText Since(Grain grain) => grain switch
    {
        Grain.Week => new("week on week", "sur une semaine"),
        Grain.Month => new("month on month", "sur un mois"),
        _ => new("against the period before", "par rapport à la période précédente"),
    };
}
