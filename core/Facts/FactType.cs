namespace OpsAutomation.Facts;

/// <summary>The canonical records that exports become.</summary>
public enum FactType
{
    /// <summary>A sales opportunity.</summary>
    Deal = 1,

    /// <summary>A person known to a CRM.</summary>
    Contact,

    /// <summary>A company or account known to a CRM.</summary>
    Company,

    /// <summary>A support ticket, case or conversation.</summary>
    Ticket,

    /// <summary>A task or card of a work tool.</summary>
    Task,

    /// <summary>One line of an accounting entry.</summary>
    LedgerEntry,

    /// <summary>An order or invoice line.</summary>
    Sale,

    /// <summary>Money received or given back.</summary>
    Payment,

    /// <summary>A recurring contract.</summary>
    Subscription,

    /// <summary>One answer to a survey.</summary>
    SurveyResponse,

    /// <summary>A KPI's value for a day that a person entered or imported.</summary>
    Reading,
}
