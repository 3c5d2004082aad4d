using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Calendars;

/// <summary>Statutory dates of a small French company: corporation tax, VAT by month, staff paid through the DSN.</summary>
internal static class FrenchDates
{
    private static readonly WorkingDays Working = new("FR");

    public static IReadOnlyList<LegalDate> All { get; } =
    [
        new("fr-dsn", LegalDateKind.Social, new("DSN: payroll declaration and contributions", "DSN et cotisations sociales"), "Code de la sécurité sociale, R133-14",
            window => window.Monthly(15)) { Below = 50, IsMonthly = true },
        new("fr-dsn-50", LegalDateKind.Social, new("DSN: payroll declaration and contributions", "DSN et cotisations sociales"), "Code de la sécurité sociale, R133-14",
            window => window.Monthly(5)) { From = 50, IsMonthly = true },
        new("fr-vat", LegalDateKind.Tax, new("VAT return CA3 (15th to 24th: the tax account shows the company's own day)", "TVA, déclaration CA3 (du 15 au 24\u00a0: le jour propre figure dans l'espace professionnel)"),
            "CGI, art. 287", window => window.Monthly(15)) { IsMonthly = true },
        new("fr-is-instalment", LegalDateKind.Tax, new("Corporation tax: instalment (2571)", "Impôt sur les sociétés\u00a0: acompte (2571)"), "CGI, art. 1668",
            window => [.. window.Yearly(3, 15), .. window.Yearly(6, 15), .. window.Yearly(9, 15), .. window.Yearly(12, 15)]),
        new("fr-is-balance", LegalDateKind.Tax, new("Corporation tax: balance (2572)", "Impôt sur les sociétés\u00a0: solde (2572)"), "CGI, art. 1668",
            window => window.IsCalendarYear ? window.Yearly(5, 15) : window.AfterYearEnd(4, 15)),
        new("fr-tax-return", LegalDateKind.Tax, new("Tax return of the year (usually 15 days more when filed online)", "Liasse fiscale (en général 15 jours de plus par télétransmission)"), "CGI, art. 223",
            window => window.IsCalendarYear ? SecondWorkingDayOfMay(window) : window.AfterYearEnd(3, LegalWindow.End)),
        new("fr-das2", LegalDateKind.Tax, new("Fees and commissions paid declared (DAS2), with the tax return at the latest", "Honoraires et commissions versés déclarés (DAS2), au plus tard avec la liasse"), "CGI, art. 240",
            window => window.IsCalendarYear ? SecondWorkingDayOfMay(window) : window.AfterYearEnd(3, LegalWindow.End)),
        new("fr-cfe", LegalDateKind.Tax, new("CFE (business property contribution): balance", "CFE\u00a0: solde"), "CGI, art. 1679 quinquies", window => window.Yearly(12, 15)),
        new("fr-cfe-advance", LegalDateKind.Tax, new("CFE: instalment, where last year's was €3,000 or more", "CFE\u00a0: acompte, si celle de l'an passé atteignait 3 000\u00a0€"), "CGI, art. 1679 quinquies",
            window => window.Yearly(6, 15)),
        new("fr-apprenticeship", LegalDateKind.Social, new("Balance of the apprenticeship tax, in the DSN of April", "Solde de la taxe d'apprentissage, dans la DSN d'avril"), "Code du travail, L6241-2",
            window => window.Yearly(5, 15)) { Below = 50 },
        new("fr-apprenticeship-50", LegalDateKind.Social, new("Balance of the apprenticeship tax, in the DSN of April", "Solde de la taxe d'apprentissage, dans la DSN d'avril"), "Code du travail, L6241-2",
            window => window.Yearly(5, 5)) { From = 50 },
        new("fr-oeth", LegalDateKind.Social, new("Employment of disabled workers: yearly declaration in the DSN of April", "OETH\u00a0: déclaration annuelle dans la DSN d'avril"), "Code du travail, L5212-5",
            window => window.Yearly(5, 15)) { From = 20, Below = 50 },
        new("fr-oeth-50", LegalDateKind.Social, new("Employment of disabled workers: yearly declaration in the DSN of April", "OETH\u00a0: déclaration annuelle dans la DSN d'avril"), "Code du travail, L5212-5",
            window => window.Yearly(5, 5)) { From = 50 },
        new("fr-gender-index", LegalDateKind.People, new("Gender equality index published (rules under change with directive 2023/970: check the form of the year)", "Index de l'égalité professionnelle publié (règles en cours de changement avec la directive 2023/970\u00a0: vérifier la forme de l'année)"), "Code du travail, L1142-8", window => window.Yearly(3, 1)) { From = 50 },
        new("fr-leave-notice", LegalDateKind.People, new("Period of the summer leave told to staff, two months ahead", "Période des congés d'été portée à la connaissance des salariés, deux mois avant"), "Code du travail, D3141-5",
            window => window.Yearly(3, 1)),
        new("fr-leave-year", LegalDateKind.People, new("End of the leave year: leave taken, or carried over in writing", "Fin de la période de congés\u00a0: congés pris, ou report écrit"), "Code du travail, R3141-4",
            window => window.Yearly(5, 31)),
        new("fr-approval", LegalDateKind.Company, new("Accounts approved by the members, at the latest", "Approbation des comptes par les associés, au plus tard"), "Code de commerce, L223-26, L225-100",
            window => window.AfterYearEnd(6, LegalWindow.End)),
        new("fr-filing", LegalDateKind.Company, new("Accounts filed with the registry (one month after approval, two online)", "Dépôt des comptes au greffe (un mois après l'approbation, deux en ligne)"), "Code de commerce, L232-22, L232-23",
            window => window.AfterYearEnd(7, LegalWindow.End)),
        new("fr-e-invoicing", LegalDateKind.Tax, new("Small companies must issue electronic invoices from this day", "Émission des factures électroniques obligatoire pour les PME et TPE à partir de ce jour"), "CGI, art. 289 bis",
            window => window.Once(new LocalDate(2027, 9, 1))),
    ];

    public static IReadOnlyList<LegalReminder> Reminders { get; } =
    [
        new("fr-duerp", new("Risk assessment document (DUERP): each year from 11 employees, and with each important change", "DUERP\u00a0: chaque année à partir de 11 salariés, et à chaque changement important"), "Code du travail, R4121-2"),
        new("fr-interviews", new("Career path interviews: within a year of hiring, then every four years; review every eight years; from each person's own date", "Entretiens de parcours professionnel\u00a0: dans l'année de l'embauche, puis tous les quatre ans\u00a0; état des lieux tous les huit ans\u00a0; selon la date propre à chacun"), "Code du travail, L6315-1 (loi n° 2025-989)"),
        new("fr-cse", new("Staff representatives (CSE) from 11 employees: by the date of the last election", "Élection du CSE à partir de 11 salariés\u00a0: selon la date de la dernière"), "Code du travail, L2311-2"),
        new("fr-health", new("Occupational health: initial and periodic visits, by person", "Santé au travail\u00a0: visites d'information et périodiques, par personne"), "Code du travail, R4624-10"),
    ];

    private static IEnumerable<LocalDate> SecondWorkingDayOfMay(LegalWindow window) => window.Yearly(5, 1)
        .Select(day => Working.NextWorkingDay(Working.NextWorkingDay(day)))
        .Where(day => day <= window.To);
}
