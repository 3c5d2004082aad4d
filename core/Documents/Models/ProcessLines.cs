using OpsAutomation.Documents.Framing;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>The process map as documents show it.</summary>
internal static class ProcessLines
{
    // What every company does, with what goes in and comes out: where to begin while there is no map.
    private static readonly (LocalizedText Name, LocalizedText Input, LocalizedText Output)[] Usual =
    [
        (new("Prospecting and sales", "Prospection et vente"), new("Qualified lead", "Prospect qualifié"), new("Signed quote", "Devis signé")),
        (new("Handover from sales to production", "Passation de la vente à la production"), new("Signed quote", "Devis signé"), new("Accepted brief with date and hours", "Dossier accepté, avec date et heures")),
        (new("Client onboarding", "Accueil d'un nouveau client (onboarding)"), new("Accepted brief", "Dossier accepté"), new("Kick-off held, contacts and dates agreed", "Lancement tenu, interlocuteurs et dates convenus")),
        (new("Delivery and capacity planning", "Production et plan de charge (capacité)"), new("Accepted brief", "Dossier accepté"), new("Delivery accepted by the client", "Livraison acceptée par le client")),
        (new("Incident and complaint", "Incident et réclamation"), new("Client's report", "Signalement du client"), new("Answer given, cause noted", "Réponse donnée, cause notée")),
        (new("Invoicing and collection", "Facturation et recouvrement"), new("Accepted delivery", "Livraison acceptée"), new("Payment received and matched", "Règlement reçu et rapproché")),
        (new("Hiring and onboarding of staff", "Recrutement et accueil d'un collaborateur"), new("Approved need", "Besoin validé"), new("Person in place and trained", "Personne en poste et formée")),
        (new("Monthly close", "Clôture mensuelle"), new("Bank, invoices, time", "Banque, factures, temps"), new("Figures of the month, explained", "Chiffres du mois, expliqués")),
    ];

    /// <summary>The map as its template reads it.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var engagement = context.Engagement;
        var proposed = engagement.Processes.Count == 0;
        var report = ProcessReport.Of(proposed ? engagement with { Processes = Proposed(engagement, context.Language) } : engagement);
        return new Values
        {
            ["proposed"] = proposed,
            ["rows"] = report.Processes.Select(row => (object?)Row(context, row, report, people)).ToList(),
            ["count"] = report.Processes.Count,
            ["withoutOwner"] = report.WithoutOwner,
            ["withoutSop"] = report.WithoutSop,
            ["unplanned"] = report.Unplanned,
            ["hours"] = report.HoursPerMonth,
            ["loads"] = report.Processes.Where(row => row.Process.PerMonth is not null || row.Process.Hours is not null)
                .OrderByDescending(row => row.Process.HoursPerMonth ?? -1m)
                .Select(row => (object?)Row(context, row, report, people)).ToList(),
            ["pains"] = report.Processes.Where(row => row.Process.Pain is not null).Select(row => (object?)Row(context, row, report, people)).ToList(),
            ["handoffs"] = report.Handoffs.Select(handoff => (object?)Handoff(handoff, people)).ToList(),
            ["handoffCount"] = report.Handoffs.Count,
            ["changesHands"] = report.Handoffs.Count(handoff => handoff.ChangesHands),
            ["chains"] = report.Chains.Select(chain => (object?)string.Join(" → ", chain.Select(process => process.Name))).ToList(),
        };
    }

    private static Values Row(DocumentContext context, MappedProcess row, ProcessReport report, People people)
    {
        var process = row.Process;
        return new Values
        {
            ["name"] = process.Name,
            ["team"] = process.Team,
            ["trigger"] = process.Trigger,
            ["input"] = process.Input,
            ["output"] = process.Output,
            ["owner"] = people.Name(process.Owner),
            ["left"] = context.Engagement.FindPerson(process.Owner)?.HasLeft(context.Today) == true,
            ["tool"] = process.Tool,
            ["perMonth"] = process.PerMonth,
            ["hours"] = process.Hours,
            ["monthHours"] = process.HoursPerMonth,
            ["share"] = process.HoursPerMonth is { } hours && report.HoursPerMonth is { } all and > 0m ? context.Locale.Percent(100m * hours / all, 0) : null,
            ["pain"] = process.Pain,
            ["sop"] = row.Sop?.Title.In(context.Language) ?? row.Link,
            ["covered"] = row.Cover == SopCover.Covered,
            ["unplanned"] = row.Cover == SopCover.Unplanned,
        };
    }

    private static Values Handoff(MappedHandoff handoff, People people) => new()
    {
        ["from"] = handoff.From.Name,
        ["to"] = handoff.To.Name,
        ["what"] = handoff.Handoff.What,
        ["pain"] = handoff.Handoff.Pain,
        ["giver"] = people.Name(handoff.From.Owner),
        ["taker"] = people.Name(handoff.To.Owner),
        ["changesHands"] = handoff.ChangesHands,
    };

    // The lines of the RACI matrix are processes with an owner already; without one, what every company does.
    private static List<Process> Proposed(Engagement engagement, Language language) => engagement.Raci.Count > 0
        ? [.. engagement.Raci.Select((row, index) => new Process { Id = $"p{index}", Name = row.Process, Owner = row.Accountable is [var one] ? one : null })]
        : [.. Usual.Select((usual, index) => new Process { Id = $"p{index}", Name = usual.Name.In(language), Input = usual.Input.In(language), Output = usual.Output.In(language) })];
}
