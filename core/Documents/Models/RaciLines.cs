using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>The RACI matrix and its checks as documents show them.</summary>
internal static class RaciLines
{
    // What every company does: the lines to fill where an engagement has no matrix yet.
    private static readonly LocalizedText[] ToFill =
    [
        new("Prospecting and sales", "Prospection et vente"),
        new("Handover from sales to customer success", "Passation de la vente au suivi client"),
        new("Client onboarding", "Accueil d'un nouveau client"),
        new("Delivery and capacity planning", "Production et plan de charge"),
        new("Incidents", "Gestion des incidents"),
        new("Invoicing and collection", "Facturation et recouvrement"),
        new("Hiring and onboarding of staff", "Recrutement et intégration"),
        new("Weekly Ops and KPIs", "Point opérations hebdomadaire et indicateurs"),
    ];

    /// <summary>The matrix as templates read it.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var (engagement, language) = (context.Engagement, context.Language);
        var report = RaciReport.Of(engagement, context.Today);
        var proposed = engagement.Raci.Count == 0;
        var rows = proposed ? ToFill.Select(process => new RaciRow { Process = process.In(language) }) : engagement.Raci;
        return new Values
        {
            ["proposed"] = proposed,
            ["rows"] = rows.Select(row => (object?)new Values
            {
                ["process"] = row.Process,
                ["r"] = Names(row.Responsible, people, Marks.ToBeNamed),
                ["a"] = Names(row.Accountable, people, Marks.ToBeNamed),
                ["c"] = Names(row.Consulted, people, "–"),
                ["i"] = Names(row.Informed, people, "–"),
            }).ToList(),
            ["count"] = report.Rows,
            ["withoutOneA"] = report.WithoutOneA,
            ["withoutR"] = report.WithoutR,
            ["repeated"] = report.Repeated,
            ["heldByLeavers"] = report.HeldByLeavers,
            ["faults"] = report.Faults.Select(fault => (object?)new Values
            {
                ["process"] = fault.Process,
                ["text"] = fault.Text.In(language),
            }).ToList(),
            ["faultCount"] = report.Faults.Count,
            ["onCeo"] = report.OnCeo.Cast<object?>().ToList(),
            ["onCeoCount"] = report.OnCeo.Count,
            ["ceo"] = people.Name(people.Ceo?.Id),
            ["withoutDeputy"] = report.WithoutDeputy.Select(person => (object?)people.Full(person)).ToList(),
            ["withoutDeputyCount"] = report.WithoutDeputy.Count,
        };
    }

    private static string Names(IReadOnlyList<string> ids, People people, string none) =>
        ids.Count == 0 ? none : string.Join(", ", ids.Select(people.Name));
}
