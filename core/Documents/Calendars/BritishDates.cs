namespace OpsAutomation.Documents.Calendars;

/// <summary>Statutory dates of a small private company in the United Kingdom whose VAT quarters are those of the calendar.</summary>
internal static class BritishDates
{
    public static IReadOnlyList<LegalDate> All { get; } =
    [
        new("gb-paye", LegalDateKind.Social, new("PAYE and National Insurance paid (19th by post)", "PAYE et National Insurance payés (le 19 par courrier)"), "PAYE Regulations 2003, reg. 69", window => window.Monthly(22)) { IsMonthly = true },
        new("gb-vat", LegalDateKind.Tax, new("VAT return and payment of the quarter (check the stagger group)", "TVA\u00a0: déclaration et paiement du trimestre (vérifier le groupe de périodes)"), "VAT Regulations 1995, reg. 25, 25A, 40", window => window.AfterQuarter(2, 7)),
        new("gb-ct-payment", LegalDateKind.Tax, new("Corporation tax paid: nine months and a day after year end", "Impôt sur les sociétés payé\u00a0: neuf mois et un jour après la clôture"), "Taxes Management Act 1970, s. 59D", window => window.AfterYearEnd(10, 1)),
        new("gb-ct-return", LegalDateKind.Tax, new("Company tax return CT600", "Déclaration CT600"), "Finance Act 1998, sch. 18", window => window.AfterYearEnd(12, LegalWindow.End)),
        new("gb-accounts", LegalDateKind.Company, new("Accounts filed with Companies House", "Comptes déposés à Companies House"), "Companies Act 2006, s. 442", window => window.AfterYearEnd(9, LegalWindow.End)),
        new("gb-wage", LegalDateKind.People, new("New minimum wage rates apply", "Nouveaux taux du salaire minimum"), "National Minimum Wage Regulations 2015", window => window.Yearly(4, 1)),
        new("gb-tax-year", LegalDateKind.People, new("New tax year: codes, rates and statutory pay updated", "Nouvelle année fiscale\u00a0: codes, taux et prestations mis à jour"), "PAYE Regulations 2003", window => window.Yearly(4, 6)),
        new("gb-p60", LegalDateKind.People, new("P60 given to staff", "P60 remis au personnel"), "PAYE Regulations 2003, reg. 67", window => window.Yearly(5, 31)),
        new("gb-p11d", LegalDateKind.Social, new("Benefits reported: P11D and P11D(b), where not payrolled", "Avantages déclarés\u00a0: P11D et P11D(b), s'ils ne passent pas par la paie"), "PAYE Regulations 2003, reg. 85", window => window.Yearly(7, 6)),
        new("gb-payrolling", LegalDateKind.Social, new("Benefits taxed through payroll from this day (loans and accommodation by choice)", "Avantages imposés par la paie à partir de ce jour (prêts et logement au choix)"), "HM Revenue and Customs, April 2025",
            window => window.Once(new NodaTime.LocalDate(2027, 4, 6))),
        new("gb-class-1a", LegalDateKind.Social, new("Class 1A National Insurance paid (19th by post)", "National Insurance classe 1A payée (le 19 par courrier)"), "Social Security Regulations 2001, reg. 71", window => window.Yearly(7, 22)),
    ];

    public static IReadOnlyList<LegalReminder> Reminders { get; } =
    [
        new("gb-confirmation", new("Confirmation statement: within 14 days after the company's own review period", "Confirmation statement\u00a0: dans les 14 jours de la période propre à la société"), "Companies Act 2006, s. 853A"),
        new("gb-ico", new("Data protection fee: a year after the last payment", "Redevance ICO\u00a0: un an après la dernière"), "Data Protection Regulations 2018"),
        new("gb-liability", new("Employers' liability insurance: renewal date of the policy", "Assurance responsabilité de l'employeur\u00a0: échéance du contrat"), "Employers' Liability Act 1969"),
        new("gb-pension", new("Re-enrolment into the workplace pension: every three years from the first duty", "Réinscription à la retraite d'entreprise\u00a0: tous les trois ans"), "Pensions Act 2008, s. 5"),
    ];
}
