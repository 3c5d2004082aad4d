using OpsAutomation.Documents.Hygiene;
using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Models;

/// <summary>The defects of a CRM as templates show them: the most frequent first.</summary>
internal static class HygieneLines
{
    /// <summary>The values, or null where there are no deals.</summary>
    public static Values? Model(DocumentContext context)
    {
        if (context.Facts is null || CrmDefects.Count(context.Facts, context.Today, context.Engagement.Kpis.StaleAfterDays) is not { } defects)
            return null;
        return new()
        {
            ["source"] = context.Kpis.FirstOrDefault(kpi => kpi.Id == KpiIds.OpenPipeline && kpi.Sources.Count > 0) is { } kpi ? LeverLines.Source(context, kpi) : null,
            ["all"] = context.Locale.Number(defects.Deals),
            ["open"] = context.Locale.Number(defects.Open),
            ["contacts"] = context.Locale.Number(defects.Contacts),
            ["defects"] = defects.Counts.OrderByDescending(found => found.Count).Select(found => (object?)Line(context, found)).ToList(),
        };
    }

    private static Values Line(DocumentContext context, CrmDefectCount found)
    {
        var (text, remedy) = Words(found.Defect, context.Engagement.Kpis.StaleAfterDays);
        return new()
        {
            ["text"] = text.In(context.Language),
            ["count"] = (decimal)found.Count,
            ["share"] = found.Of == 0 ? 0m : decimal.Round(100m * found.Count / found.Of, 1),
            ["remedy"] = remedy.In(context.Language),
        };
    }

    private static (LocalizedText Text, LocalizedText Remedy) Words(CrmDefect defect, int days) => defect switch
    {
        CrmDefect.NoAmount => (new("Open deal without an amount", "Affaire ouverte sans montant"), new("Enter the minimum", "Saisir le minimum")),
        CrmDefect.NoCloseDate => (new("Open deal without a close date", "Affaire ouverte sans date de clôture"), new("Enter the expected day", "Saisir le jour attendu")),
        CrmDefect.PastCloseDate => (new("Open deal whose close date has passed", "Affaire ouverte à la date de clôture passée"), new("Close it, or give a new day", "Clore, ou donner une nouvelle date")),
        CrmDefect.NoOwner => (new("Open deal without an owner", "Affaire ouverte sans responsable"), new("Assign it", "L'attribuer")),
        CrmDefect.Stale => (new($"Open deal without activity for {days} days", $"Affaire ouverte sans activité depuis {days} jours"), new("Take it up, or lose it", "Relancer, ou perdre")),
        CrmDefect.SameName => (new("Open deals of the same name and customer", "Affaires ouvertes de même nom et même client"), new("Merge, or tell them apart", "Fusionner, ou distinguer")),
        CrmDefect.NoLossReason => (new("Lost deal without a reason", "Affaire perdue sans motif"), new("Choose the reason", "Choisir le motif")),
        CrmDefect.NoMail => (new("Contact without a mail address", "Contact sans adresse électronique"), new("Complete, or delete", "Compléter, ou supprimer")),
        CrmDefect.SameMail => (new("Contacts with the same mail address", "Contacts de même adresse électronique"), new("Merge", "Fusionner")),
        _ => throw new ArgumentOutOfRangeException(nameof(defect), defect, "There is no such defect."),
    };
}
