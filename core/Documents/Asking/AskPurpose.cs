namespace OpsAutomation.Documents.Asking;

/// <summary>What a person is asked for by mail.</summary>
public enum AskPurpose
{
    /// <summary>To read the version in force and to acknowledge it.</summary>
    Reading,

    /// <summary>To approve a draft, or to turn it down.</summary>
    Approval,
}
