namespace OpsAutomation.Documents.Hygiene;

/// <summary>What can be wrong with a record of a CRM.</summary>
public enum CrmDefect
{
    /// <summary>An open deal without an amount.</summary>
    NoAmount,

    /// <summary>An open deal without the day on which it is expected to close.</summary>
    NoCloseDate,

    /// <summary>An open deal whose close date has passed.</summary>
    PastCloseDate,

    /// <summary>An open deal without a person responsible.</summary>
    NoOwner,

    /// <summary>An open deal without recent activity.</summary>
    Stale,

    /// <summary>An open deal of the same name as another one of the same customer.</summary>
    SameName,

    /// <summary>A lost deal without a reason.</summary>
    NoLossReason,

    /// <summary>A contact without a mail address.</summary>
    NoMail,

    /// <summary>A contact with the mail address of another one.</summary>
    SameMail,
}
