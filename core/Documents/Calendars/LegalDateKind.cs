namespace OpsAutomation.Documents.Calendars;

/// <summary>What a date of the legal calendar is about.</summary>
public enum LegalDateKind
{
    /// <summary>Taxes and declarations to the tax authority.</summary>
    Tax,

    /// <summary>Social contributions and payroll declarations.</summary>
    Social,

    /// <summary>Accounts, meetings and registers of the company.</summary>
    Company,

    /// <summary>Leave, pay and what staff are owed or told.</summary>
    People,
}
