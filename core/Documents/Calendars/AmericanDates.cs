namespace OpsAutomation.Documents.Calendars;

/// <summary>Federal dates of a small company in the United States; what the states fix is among the reminders.</summary>
internal static class AmericanDates
{
    public static IReadOnlyList<LegalDate> All { get; } =
    [
        new("us-deposit", LegalDateKind.Social, new("Payroll tax deposit (monthly depositors)", "Versement des taxes sur salaires (déposants mensuels)"), "26 CFR 31.6302-1", window => window.Monthly(15)) { IsMonthly = true },
        new("us-941", LegalDateKind.Social, new("Form 941: payroll taxes of the quarter", "Form 941\u00a0: taxes sur salaires du trimestre"), "26 CFR 31.6071(a)-1", window => window.AfterQuarter(1, LegalWindow.End)),
        new("us-940", LegalDateKind.Social, new("Form 940: federal unemployment tax", "Form 940\u00a0: taxe fédérale de chômage"), "26 CFR 31.6071(a)-1", window => window.Yearly(1, LegalWindow.End)),
        new("us-w2", LegalDateKind.People, new("Forms W-2 and 1099-NEC given and filed", "Forms W-2 et 1099-NEC remis et déposés"), "26 U.S.C. 6051, 6071(c)", window => window.Yearly(1, LegalWindow.End)),
        new("us-pass-through", LegalDateKind.Tax, new("Form 1120-S or 1065, where the company is taxed through its owners", "Form 1120-S ou 1065, si la société est imposée chez ses associés"), "26 U.S.C. 6072(b)", window => window.AfterYearEnd(3, 15)),
        new("us-1120", LegalDateKind.Tax, new("Form 1120, where the company pays corporation tax", "Form 1120, si la société paie l'impôt sur les sociétés"), "26 U.S.C. 6072(a)", window => window.AfterYearEnd(4, 15)),
        new("us-estimated", LegalDateKind.Tax, new("Estimated corporation tax: instalment", "Impôt sur les sociétés estimé\u00a0: acompte"), "26 U.S.C. 6655",
            window => [.. window.InFiscalYear(4, 15), .. window.InFiscalYear(6, 15), .. window.InFiscalYear(9, 15), .. window.InFiscalYear(12, 15)]),
        new("us-osha", LegalDateKind.People, new("OSHA Form 300A posted until 30 April", "OSHA Form 300A affiché jusqu'au 30 avril"), "29 CFR 1904.32", window => window.Yearly(2, 1)) { From = 11 },
        new("us-aca", LegalDateKind.People, new("Forms 1094-C and 1095-C filed online", "Forms 1094-C et 1095-C déposés en ligne"), "26 U.S.C. 6056", window => window.Yearly(3, LegalWindow.End)) { From = 50 },
        new("us-5500", LegalDateKind.People, new("Form 5500 of a calendar-year benefit plan", "Form 5500 d'un plan d'avantages à l'année civile"), "29 U.S.C. 1024", window => window.Yearly(7, LegalWindow.End)),
    ];

    public static IReadOnlyList<LegalReminder> Reminders { get; } =
    [
        new("us-state-report", new("Annual report and franchise tax: as the state of incorporation says", "Rapport annuel et franchise tax\u00a0: selon l'État d'immatriculation"), "State law"),
        new("us-sales-tax", new("Sales tax returns: as each state says", "Déclarations de sales tax\u00a0: selon chaque État"), "State law"),
        new("us-state-payroll", new("State withholding and unemployment insurance: as each state says", "Retenues et assurance chômage d'État\u00a0: selon chaque État"), "State law"),
        new("us-workers", new("Workers' compensation: renewal and audit of the policy", "Workers' compensation\u00a0: échéance et audit du contrat"), "State law"),
    ];
}
