namespace OpsAutomation.Azure.Graph;

/// <summary>How far a mail has come. Each stage is recorded before what it permits is done.</summary>
internal enum MailStage
{
    /// <summary>The key is taken; there may be drafts whose ids are not known.</summary>
    Reserved,

    /// <summary>The id of the only draft that will ever be sent is known; sending was not asked for.</summary>
    Draft,

    /// <summary>Sending was asked for, or is about to be: whether it left must be looked up.</summary>
    Sending,

    /// <summary>It left.</summary>
    Sent,

    /// <summary>It was not to be found for a day: a person must look.</summary>
    Lost,
}
