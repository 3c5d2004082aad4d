using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Catalogue;

/// <summary>The KPIs over deals.</summary>
internal static class SalesKpis
{
    public static IReadOnlyList<KpiDefinition> All { get; } =
    [
        Deal(KpiIds.WonAmount, "Signed", "Signé", "Sum of the amounts of deals won, by close date: signed, which is not yet invoiced, booked or collected.", "Somme des montants des affaires gagnées, par date de clôture : signé, ce qui n'est pas encore facturé, comptabilisé ni encaissé.", "closed", KpiUnit.Money, KpiDirection.Higher, Grain.Week, KpiNature.Flow),
        Deal(KpiIds.WonCount, "Deals won", "Affaires gagnées", "Number of deals won, by close date.", "Nombre d'affaires gagnées, par date de clôture.", "closed", KpiUnit.Count, KpiDirection.Higher, Grain.Week, KpiNature.Flow),
        Deal(KpiIds.LostCount, "Deals lost", "Affaires perdues", "Number of deals lost, by close date.", "Nombre d'affaires perdues, par date de clôture.", "closed", KpiUnit.Count, KpiDirection.Lower, Grain.Week, KpiNature.Flow),
        Deal(KpiIds.WinRate, "Win rate", "Taux de transformation", "Deals won over deals won and lost, by close date.", "Affaires gagnées rapportées aux affaires gagnées et perdues, par date de clôture.", "closed", KpiUnit.Percent, KpiDirection.Higher, Grain.Month, KpiNature.Ratio),
        Deal(KpiIds.AverageDeal, "Average deal", "Panier moyen des affaires", "Amount won over the deals won that have an amount.", "Montant gagné rapporté aux affaires gagnées qui ont un montant.", "closed", KpiUnit.Money, KpiDirection.Higher, Grain.Month, KpiNature.Ratio),
        Deal(KpiIds.CycleDays, "Sales cycle, mean", "Cycle de vente moyen", "Days from creation (or engagement) to closing over deals won: fractional where both have a time, else whole days.", "Jours entre la création (ou l'engagement) et la clôture des affaires gagnées : fractions de jour si les deux ont une heure, sinon jours entiers.", "closed", KpiUnit.Days, KpiDirection.Lower, Grain.Month, KpiNature.Ratio),
        Deal(KpiIds.CycleDaysMedian, "Sales cycle, median", "Cycle de vente médian", "Median of the same days.", "Médiane de ces mêmes jours.", "closed", KpiUnit.Days, KpiDirection.Lower, Grain.Month, KpiNature.Ratio),
        Deal(KpiIds.OpenPipeline, "Pipeline", "Affaires en cours", "Amount of deals open at the end of the period: created on or before it and not closed by then. A deal without a create date counts only while its status is open; a deal won or lost without a close date does not count.", "Montant des affaires en cours en fin de période : créées au plus tard ce jour et non closes alors. Une affaire sans date de création ne compte que tant que son statut est ouvert ; une affaire gagnée ou perdue sans date de clôture ne compte pas.", "created, closed", KpiUnit.Money, KpiDirection.Higher, Grain.Week, KpiNature.Stock),
        Deal(KpiIds.WeightedPipeline, "Weighted pipeline", "Affaires en cours pondérées", "Amount of the deals open at the end of the period times their probability, over those that have one.", "Montant des affaires en cours en fin de période multiplié par leur probabilité, pour celles qui en ont une.", "created, closed", KpiUnit.Money, KpiDirection.Higher, Grain.Week, KpiNature.Stock),
        Deal(KpiIds.CreatedCount, "Deals created", "Affaires créées", "Number of deals, by create date.", "Nombre d'affaires, par date de création.", "created", KpiUnit.Count, KpiDirection.Higher, Grain.Week, KpiNature.Flow),
        Deal(KpiIds.StaleCount, "Stale deals", "Affaires sans activité", "Open deals without activity for 30 days (a setting) at the end of the period.", "Affaires en cours sans activité depuis 30 jours (réglable) en fin de période.", "lastActivity", KpiUnit.Count, KpiDirection.Lower, Grain.Week, KpiNature.Stock),
        Deal(KpiIds.Coverage, "Pipeline coverage", "Couverture de l'objectif", "Amount of open deals expected to close in the period over what is still to be won in it to reach the target of sales.won-amount.", "Montant des affaires en cours dont la clôture est prévue dans la période, rapporté à ce qui reste à signer pour atteindre la cible de sales.won-amount.", "closed", KpiUnit.Ratio, KpiDirection.Higher, Grain.Month, KpiNature.Ratio),
        Deal(KpiIds.LossReasons, "Loss reasons", "Raisons de perte", "Table of the reasons of deals lost, by close date: number and amount; the value is the number of deals lost.", "Tableau des raisons des affaires perdues, par date de clôture : nombre et montant ; la valeur est le nombre d'affaires perdues.", "closed", KpiUnit.Count, KpiDirection.Lower, Grain.Month, KpiNature.Flow),
    ];

    private static KpiDefinition Deal(
        string id, string en, string fr, string meaningEn, string meaningFr, string date, KpiUnit unit, KpiDirection direction, Grain grain, KpiNature nature) =>
        new(id, new(en, fr), new(meaningEn, Typography.French(meaningFr)), FactType.Deal, date, unit, direction, grain, nature);
}
