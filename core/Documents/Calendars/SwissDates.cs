namespace OpsAutomation.Documents.Calendars;

/// <summary>Statutory dates of a small Swiss company that files VAT by quarter; what the cantons fix is among the reminders.</summary>
internal static class SwissDates
{
    public static IReadOnlyList<LegalDate> All { get; } =
    [
        new("ch-vat", LegalDateKind.Tax, new("VAT return and payment of the quarter (60 days)", "TVA\u00a0: décompte et paiement du trimestre (60 jours)"), "LTVA, art. 71, 86", window => window.AfterQuarter(2, LegalWindow.End)),
        new("ch-avs", LegalDateKind.Social, new("AVS contributions of the quarter (by month for larger payrolls)", "Cotisations AVS du trimestre (par mois pour les masses salariales plus élevées)"), "RAVS, art. 34, 35",
            window => window.AfterQuarter(1, 10)),
        new("ch-avs-statement", LegalDateKind.Social, new("Yearly statement of wages to the compensation fund", "Décompte annuel des salaires à la caisse de compensation"), "RAVS, art. 36", window => window.Yearly(1, 30)),
        new("ch-laa", LegalDateKind.Social, new("Wages of the year declared to accident and pension insurers", "Salaires de l'année déclarés aux assureurs LAA et LPP"), "LAA, art. 93\u00a0; LPP, art. 10", window => window.Yearly(1, LegalWindow.End)),
        new("ch-certificates", LegalDateKind.People, new("Salary certificates given to staff", "Certificats de salaire remis aux collaborateurs"), "LIFD, art. 127", window => window.Yearly(1, LegalWindow.End)),
        new("ch-meeting", LegalDateKind.Company, new("General meeting approves the accounts, at the latest", "Assemblée générale d'approbation des comptes, au plus tard"), "CO, art. 699, 805", window => window.AfterYearEnd(6, LegalWindow.End)),
    ];

    public static IReadOnlyList<LegalReminder> Reminders { get; } =
    [
        new("ch-tax-return", new("Tax return: on the day that the canton's letter says", "Déclaration d'impôt\u00a0: au jour indiqué par le canton"), "LIFD, art. 124"),
        new("ch-source-tax", new("Tax at source: by month, as the canton says", "Impôt à la source\u00a0: chaque mois, selon le canton"), "LIFD, art. 88"),
        new("ch-salary-13", new("Thirteenth salary: as contracts say", "Treizième salaire\u00a0: selon les contrats"), "CO, art. 322d"),
    ];
}
