using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Framing;

/// <summary>What to do first about a KPI that is off: the step that an experienced COO takes before looking further.</summary>
internal static class FirstSteps
{
    private static readonly Dictionary<string, LocalizedText> ByKpi = new(StringComparer.Ordinal)
    {
        [KpiIds.OverdueAmount] = new("Call the five largest overdue debtors, note a date of payment for each", "Appeler les cinq plus gros impayés, noter une date de règlement pour chacun"),
        [KpiIds.Receivables] = new("Invoice all that is delivered and not invoiced yet", "Facturer tout ce qui est livré et ne l'est pas encore"),
        [KpiIds.DsoDays] = new("Send invoices on the day of delivery, remind before the due date", "Facturer le jour de la livraison, relancer avant l'échéance"),
        [KpiIds.Collected] = new("List the payments expected by week for six weeks, and who chases each", "Lister les encaissements attendus par semaine sur six semaines, et qui relance"),
        [KpiIds.Cash] = new("Write the cash plan of 13 weeks, stop what is not committed", "Écrire le plan de trésorerie à 13 semaines, arrêter ce qui n'est pas engagé"),
        [KpiIds.NetCash] = new("Write the cash plan of 13 weeks, stop what is not committed", "Écrire le plan de trésorerie à 13 semaines, arrêter ce qui n'est pas engagé"),
        [KpiIds.RunwayMonths] = new("Write the cash plan of 13 weeks, stop what is not committed", "Écrire le plan de trésorerie à 13 semaines, arrêter ce qui n'est pas engagé"),
        [KpiIds.GrossMargin] = new("Compare the last ten jobs with their quotes: price, purchases, hours", "Comparer les dix dernières affaires à leur devis : prix, achats, heures"),
        [KpiIds.LeadTimeDays] = new("Measure where the last ten jobs waited, and for whom", "Mesurer où les dix dernières affaires ont attendu, et qui"),
        [KpiIds.OnTimeRate] = new("Replan the four coming weeks with what each person can really do", "Replanifier les quatre semaines à venir avec ce que chacun peut vraiment faire"),
        [KpiIds.LoadRate] = new("Redistribute or refuse work of the two coming weeks, person by person", "Répartir ou refuser le travail des deux semaines à venir, personne par personne"),
        [KpiIds.OverdueCount] = new("Close, redate or give up every overdue task within the week", "Clore, redater ou abandonner chaque tâche en retard dans la semaine"),
    };

    private static readonly (string Prefix, LocalizedText Step)[] ByFamily =
    [
        ("sales.", new("Go through open deals one by one: next step, date, or closed as lost", "Passer les affaires ouvertes une à une : prochaine étape, date, ou perdue")),
        ("marketing.", new("Ask the last ten new clients how they came, cut what brought none", "Demander aux dix derniers clients comment ils sont venus, couper ce qui n'en amène aucun")),
        ("finance.", new("Explain the gap line by line with the accountant before the next Weekly Ops", "Expliquer l'écart ligne à ligne avec le comptable avant le prochain point opérations")),
        ("customers.", new("Call the ten clients that matter most, ask what they would change", "Appeler les dix clients qui comptent le plus, demander ce qu'ils changeraient")),
        ("support.", new("Sort last week's requests by cause, remove the first cause", "Trier les demandes de la semaine passée par cause, supprimer la première")),
        ("quality.", new("Sort last month's defects by cause, remove the first cause", "Trier les défauts du mois passé par cause, supprimer la première")),
        ("delivery.", new("Limit work begun to two jobs a person until the figure turns", "Limiter le travail commencé à deux affaires par personne jusqu'au retournement")),
        ("operations.", new("Name an owner and a deputy for each line that has none", "Nommer un responsable et un binôme pour chaque ligne qui n'en a pas")),
    ];

    private static readonly LocalizedText Any = new("Find the cause with the owner of the figure before the next Weekly Ops", "Trouver la cause avec le responsable de l'indicateur avant le prochain point opérations");

    /// <summary>The first step for a KPI.</summary>
    public static LocalizedText Of(string kpi)
    {
        if (ByKpi.TryGetValue(kpi, out var step))
            return step;
        return Array.Find(ByFamily, family => kpi.StartsWith(family.Prefix, StringComparison.Ordinal)).Step ?? Any;
    }
}
