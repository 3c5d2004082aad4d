namespace OpsAutomation.Functions.Composition;

/// <summary>Why an app stopped by itself, for the program that ran it.</summary>
public sealed class StopReason
{
    /// <summary>What a person has to mend; null where the app was asked to stop.</summary>
    public OpsException? Failure { get; internal set; }
}
