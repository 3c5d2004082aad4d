using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Catalogue;

/// <summary>The KPIs over books, sales and payments.</summary>
internal static class FinanceKpis
{
    public static IReadOnlyList<KpiDefinition> All { get; } =
    [
        new(
            KpiIds.Revenue,
            new("Booked revenue", "Chiffre d'affaires comptabilisé"),
            new(
                "Credit minus debit of accounts 70, by entry date.",
                Typography.French("Crédit moins débit des comptes 70, par date d'écriture.")),
            FactType.LedgerEntry,
            "date",
            KpiUnit.Money,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Flow),
        new(
            KpiIds.Result,
            new("Result", "Résultat"),
            new(
                "Accounts 7 minus accounts 6, by entry date.",
                Typography.French("Comptes 7 moins comptes 6, par date d'écriture.")),
            FactType.LedgerEntry,
            "date",
            KpiUnit.Money,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Flow),
        new(
            KpiIds.GrossMargin,
            new("Margin on purchases", "Marge sur achats"),
            new(
                "Accounts 70 minus accounts 60 (603 included), over accounts 70.",
                Typography.French("Comptes 70 moins comptes 60 (603 compris), rapportés aux comptes 70.")),
            FactType.LedgerEntry,
            "date",
            KpiUnit.Percent,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Ratio),
        new(
            KpiIds.DirectMargin,
            new("Direct margin", "Marge directe"),
            new(
                "Accounts 70 minus direct costs (by default 601-605, 607-609, 611, 621), over accounts 70.",
                Typography.French("Comptes 70 moins coûts directs (par défaut 601-605, 607-609, 611, 621), rapportés aux comptes 70.")),
            FactType.LedgerEntry,
            "date",
            KpiUnit.Percent,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Ratio),
        new(
            KpiIds.Cash,
            new("Book cash", "Trésorerie comptable"),
            new(
                "Balance of accounts 512 and 53 at the end of the period; a bank balance that was entered leads.",
                Typography.French("Solde des comptes 512 et 53 en fin de période ; un solde bancaire saisi l'emporte.")),
            FactType.LedgerEntry,
            "date",
            KpiUnit.Money,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Stock),
        new(
            KpiIds.NetCash,
            new("Net book cash", "Trésorerie comptable nette"),
            new(
                "Balance of accounts 50, 511 to 517, 53 and 54, less overdrafts (519).",
                Typography.French("Solde des comptes 50, 511 à 517, 53 et 54, moins les concours bancaires (519).")),
            FactType.LedgerEntry,
            "date",
            KpiUnit.Money,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Stock),
        new(
            KpiIds.RunwayMonths,
            new("Runway", "Autonomie de trésorerie"),
            new(
                "Cash over the mean monthly net outflow of the last three full months, without capital, loans and transfers (10, 16, 45, 58); nothing where there is no outflow.",
                Typography.French("Trésorerie rapportée aux sorties nettes mensuelles moyennes des trois derniers mois complets, hors capital, emprunts et virements (10, 16, 45, 58) ; rien en l'absence de sorties.")),
            FactType.LedgerEntry,
            "date",
            KpiUnit.Months,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Ratio),
        new(
            KpiIds.Receivables,
            new("Receivables", "Créances clients"),
            new(
                "Balance of accounts 411, 413 and 416 at the end of the period.",
                Typography.French("Solde des comptes 411, 413 et 416 en fin de période.")),
            FactType.LedgerEntry,
            "date",
            KpiUnit.Money,
            KpiDirection.Lower,
            Grain.Month,
            KpiNature.Stock),
        new(
            KpiIds.DsoDays,
            new("DSO", "Délai moyen de paiement clients"),
            new(
                "Receivables over the net debit of accounts 411 in the last 90 days in entries that also hold a 70 line (invoiced, tax included), times 90.",
                Typography.French("Créances rapportées au débit net des comptes 411 sur les 90 derniers jours, dans les écritures qui ont aussi une ligne 70 (facturé TTC), multipliées par 90.")),
            FactType.LedgerEntry,
            "date",
            KpiUnit.Days,
            KpiDirection.Lower,
            Grain.Month,
            KpiNature.Ratio),
        new(
            KpiIds.Sales,
            new("Invoiced", "Facturé"),
            new(
                "Amounts of order and invoice lines by date, net of tax where both are given.",
                Typography.French("Montants des lignes de commande et de facture par date, hors taxes si les deux sont donnés.")),
            FactType.Sale,
            "date",
            KpiUnit.Money,
            KpiDirection.Higher,
            Grain.Week,
            KpiNature.Flow),
        new(
            KpiIds.Orders,
            new("Orders", "Commandes"),
            new(
                "Distinct orders or invoices; one with lines of several days counts on the first.",
                Typography.French("Commandes ou factures distinctes ; celle dont les lignes ont plusieurs dates compte à la première.")),
            FactType.Sale,
            "date",
            KpiUnit.Count,
            KpiDirection.Higher,
            Grain.Week,
            KpiNature.Flow),
        new(
            KpiIds.AverageOrder,
            new("Average order", "Panier moyen"),
            new(
                "Amounts invoiced over distinct orders or invoices.",
                Typography.French("Montants facturés rapportés aux commandes ou factures distinctes.")),
            FactType.Sale,
            "date",
            KpiUnit.Money,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Ratio),
        new(
            KpiIds.OverdueAmount,
            new("Overdue", "Échu impayé"),
            new(
                "Due on or before the end of the period and unpaid then, aged 1-30, 31-60, 61-90 and over 90 days (what falls due on the last day is in the first line).",
                Typography.French("Échu au plus tard en fin de période et impayé alors, par âge : 1-30, 31-60, 61-90 et plus de 90 jours (ce qui échoit le dernier jour est dans la première ligne).")),
            FactType.Sale,
            "due, paid",
            KpiUnit.Money,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Stock),
        new(
            KpiIds.Collected,
            new("Collected", "Encaissé"),
            new(
                "Payments received minus refunds, converted where the export gives it; payouts and failed charges excluded.",
                Typography.French("Paiements reçus moins remboursements, convertis si l'export le donne ; versements et échecs exclus.")),
            FactType.Payment,
            "date",
            KpiUnit.Money,
            KpiDirection.Higher,
            Grain.Week,
            KpiNature.Flow),
    ];
}
