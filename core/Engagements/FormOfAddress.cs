namespace OpsAutomation.Engagements;

/// <summary>How French texts address the reader.</summary>
public enum FormOfAddress
{
    /// <summary>Vous.</summary>
    Vous,

    /// <summary>Tu.</summary>
    Tu,
}
