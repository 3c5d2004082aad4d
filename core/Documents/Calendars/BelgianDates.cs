namespace OpsAutomation.Documents.Calendars;

/// <summary>Statutory dates of a small Belgian company that files VAT by quarter.</summary>
internal static class BelgianDates
{
    public static IReadOnlyList<LegalDate> All { get; } =
    [
        new("be-withholding", LegalDateKind.Tax, new("Payroll tax (by quarter for the smallest employers)", "Précompte professionnel (par trimestre pour les plus petits employeurs)"), "CIR 92, art. 412",
            window => window.Monthly(15)) { IsMonthly = true },
        new("be-vat", LegalDateKind.Tax, new("VAT return and payment of the quarter", "TVA\u00a0: déclaration et paiement du trimestre"), "Code de la TVA, art. 53", window => window.AfterQuarter(1, 25)),
        new("be-vat-listing", LegalDateKind.Tax, new("Yearly listing of VAT customers", "Liste annuelle des clients assujettis"), "Code de la TVA, art. 53quinquies", window => window.Yearly(3, 31)),
        new("be-onss", LegalDateKind.Social, new("DmfA declaration and social contributions of the quarter", "DmfA et cotisations ONSS du trimestre"), "Loi du 27 juin 1969, art. 21 et 23",
            window => window.AfterQuarter(1, LegalWindow.End)),
        new("be-advance", LegalDateKind.Tax, new("Advance payment of corporation tax", "Versement anticipé d'impôt des sociétés"), "CIR 92, art. 218",
            window => [.. window.InFiscalYear(4, 10), .. window.InFiscalYear(7, 10), .. window.InFiscalYear(10, 10), .. window.InFiscalYear(12, 20)]),
        new("be-281", LegalDateKind.Social, new("Pay slips 281.10 and 281.20 for the tax authority (Belcotax)", "Fiches 281.10 et 281.20 (Belcotax)"), "AR/CIR 92, art. 92", window => window.Yearly(2, LegalWindow.End)),
        new("be-281-50", LegalDateKind.Tax, new("Slips 281.50: fees and commissions", "Fiches 281.50\u00a0: honoraires et commissions"), "CIR 92, art. 57", window => window.Yearly(6, 30)),
        new("be-meeting", LegalDateKind.Company, new("General meeting approves the accounts, at the latest", "Assemblée générale d'approbation des comptes, au plus tard"), "CSA, art. 3:1", window => window.AfterYearEnd(6, LegalWindow.End)),
        new("be-filing", LegalDateKind.Company, new("Accounts filed with the National Bank (30 days after approval), at the latest", "Dépôt des comptes à la BNB (30 jours après l'approbation), au plus tard"), "CSA, art. 3:10, 3:12",
            window => window.AfterYearEnd(7, LegalWindow.End)),
        new("be-tax-return", LegalDateKind.Tax, new("Corporation tax return (the authority's calendar is often later)", "Déclaration à l'impôt des sociétés (le calendrier de l'administration est souvent plus tardif)"), "CIR 92, art. 310",
            window => window.AfterYearEnd(7, LegalWindow.End)),
        new("be-replacement-days", LegalDateKind.People, new("Days that replace public holidays of next year posted", "Jours de remplacement des fériés de l'an prochain affichés"), "Loi du 4 janvier 1974, art. 13", window => window.Yearly(12, 14)),
        new("be-leave-year", LegalDateKind.People, new("Leave of the year taken", "Congés de l'année pris"), "AR du 30 mars 1967, art. 64", window => window.Yearly(12, LegalWindow.End)),
    ];

    public static IReadOnlyList<LegalReminder> Reminders { get; } =
    [
        new("be-ubo", new("UBO register confirmed: a year after the last confirmation", "Registre UBO confirmé\u00a0: un an après la dernière confirmation"), "Loi du 18 septembre 2017, art. 73"),
        new("be-double-pay", new("Double holiday pay: with the main leave, usually in May or June", "Double pécule de vacances\u00a0: avec les vacances principales, souvent en mai ou juin"), "AR du 30 mars 1967, art. 38, 45"),
        new("be-year-end-premium", new("Year-end premium: as the joint committee says", "Prime de fin d'année\u00a0: selon la commission paritaire"), "CCT sectorielle"),
    ];
}
