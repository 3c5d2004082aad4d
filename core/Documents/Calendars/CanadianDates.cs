namespace OpsAutomation.Documents.Calendars;

/// <summary>Statutory dates of a small Canadian corporation that files sales taxes by quarter; those of Quebec are added there.</summary>
internal static class CanadianDates
{
    private const string Quebec = "CA-QC";

    public static IReadOnlyList<LegalDate> All { get; } =
    [
        new("ca-payroll", LegalDateKind.Social, new("Payroll deductions remitted (regular remitters)", "Retenues à la source versées (auteurs de versements réguliers)"), "Income Tax Regulations, s. 108",
            window => window.Monthly(15)) { IsMonthly = true },
        new("ca-t4", LegalDateKind.Social, new("T4 slips to staff and to the CRA", "Feuillets T4 remis et produits"), "Income Tax Regulations, s. 205", window => window.Yearly(2, LegalWindow.End)),
        new("ca-gst", LegalDateKind.Tax, new("GST/HST return of the quarter (yearly filers: three months after year end)", "Déclaration de TPS/TVH du trimestre (déclarant annuel\u00a0: trois mois après l'exercice)"), "Excise Tax Act, s. 238",
            window => window.AfterFiscalQuarter(1, LegalWindow.End)),
        new("ca-instalment", LegalDateKind.Tax, new("Corporation tax instalment (small companies; others by month)", "Acompte d'impôt des sociétés (petites sociétés\u00a0; les autres chaque mois)"), "Income Tax Act, s. 157",
            window => window.AfterFiscalQuarter(3, LegalWindow.End)),
        new("ca-balance", LegalDateKind.Tax, new("Corporation tax balance (a month later for many small private companies)", "Solde d'impôt des sociétés (un mois de plus pour beaucoup de petites sociétés privées)"), "Income Tax Act, s. 157",
            window => window.AfterYearEnd(2, LegalWindow.End)),
        new("ca-t2", LegalDateKind.Tax, new("Corporation tax return T2", "Déclaration de revenus T2"), "Income Tax Act, s. 150", window => window.AfterYearEnd(6, LegalWindow.End)),
        new("qc-source", LegalDateKind.Social, new("Quebec: source deductions and employer contributions", "Québec\u00a0: retenues à la source et cotisations de l'employeur"), "Loi sur les impôts, r. 1015R",
            window => window.Monthly(15)) { Region = Quebec, IsMonthly = true },
        new("qc-rl1", LegalDateKind.Social, new("Quebec: RL-1 slips and summary", "Québec\u00a0: relevés 1 et sommaire"), "Règlement sur les impôts, 1086R", window => window.Yearly(2, LegalWindow.End)) { Region = Quebec },
        new("qc-cnesst", LegalDateKind.Social, new("Quebec: declaration of wages to the CNESST", "Québec\u00a0: déclaration des salaires à la CNESST"), "LATMP, art. 292", window => window.Yearly(3, 14)) { Region = Quebec },
        new("qc-qst", LegalDateKind.Tax, new("Quebec: QST return of the quarter", "Québec\u00a0: déclaration de TVQ du trimestre"), "Loi sur la TVQ, art. 468", window => window.AfterFiscalQuarter(1, LegalWindow.End)) { Region = Quebec },
        new("qc-co17", LegalDateKind.Tax, new("Quebec: tax return CO-17", "Québec\u00a0: déclaration CO-17"), "Loi sur les impôts, art. 1000", window => window.AfterYearEnd(6, LegalWindow.End)) { Region = Quebec },
        new("qc-register", LegalDateKind.Company, new("Quebec: yearly update in the enterprise register", "Québec\u00a0: mise à jour annuelle au registre des entreprises"), "Loi sur la publicité légale, art. 45",
            window => window.AfterYearEnd(6, LegalWindow.End)) { Region = Quebec },
        new("qc-leave-year", LegalDateKind.People, new("Quebec: end of the reference year for leave", "Québec\u00a0: fin de l'année de référence des congés"), "Loi sur les normes du travail, art. 66", window => window.Yearly(4, 30)) { Region = Quebec },
    ];

    public static IReadOnlyList<LegalReminder> Reminders { get; } =
    [
        new("ca-annual-return", new("Annual return of a federal corporation: within 60 days after the anniversary of its incorporation", "Rapport annuel d'une société fédérale\u00a0: dans les 60 jours de l'anniversaire de sa constitution"), "Canada Business Corporations Act, s. 263"),
        new("ca-meeting", new("Annual meeting: within six months after year end and 15 months after the last one", "Assemblée annuelle\u00a0: dans les six mois de la clôture et 15 mois après la précédente"), "Canada Business Corporations Act, s. 133"),
        new("ca-workers", new("Workers' compensation: as the province says", "Accidents du travail\u00a0: selon la province"), "Provincial law"),
    ];
}
