namespace OpsAutomation.Engagements;

/// <summary>
/// Public holidays, computed from the laws in force in 2026 for every year; a law of another year is applied from its year where that
/// is noted. Countries known: FR, BE, CH, LU, CA, US, GB, IE, AU, NZ; of any other none.
/// </summary>
public static class Holidays
{
    /// <summary>The public holidays of a year, in their order.</summary>
    /// <param name="country">ISO 3166 country, such as <c>FR</c>.</param>
    /// <param name="region">
    /// ISO 3166-2 region where holidays differ, such as <c>FR-57</c>, <c>CH-GE</c>, <c>CA-QC</c> or <c>GB-SCT</c>; one without rules of its own has those of the country.
    /// </param>
    /// <param name="year">The calendar year.</param>
    public static IReadOnlyList<Holiday> Of(string country, string? region, int year)
    {
        var rules = new HolidayRules(year);
        var part = region?.ToUpperInvariant();
        switch (country.ToUpperInvariant())
        {
            case "FR":
                FrenchHolidays.Add(rules, part);
                break;
            case "BE":
                BeneluxHolidays.AddBelgian(rules);
                break;
            case "LU":
                BeneluxHolidays.AddLuxembourgish(rules);
                break;
            case "CH":
                SwissHolidays.Add(rules, part);
                break;
            case "CA":
                CanadianHolidays.Add(rules, part);
                break;
            case "US":
                AmericanHolidays.Add(rules);
                break;
            case "GB":
                BritishHolidays.Add(rules, part);
                break;
            case "IE":
                IrishHolidays.Add(rules);
                break;
            case "AU":
                PacificHolidays.AddAustralian(rules);
                break;
            case "NZ":
                PacificHolidays.AddNewZealand(rules);
                break;
        }

        return [.. rules.Days.OrderBy(holiday => holiday.Day)];
    }
}
