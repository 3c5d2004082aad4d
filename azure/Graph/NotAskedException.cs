namespace OpsAutomation.Azure.Graph;

/// <summary>A request was not made, since the service asked to wait for longer than the request may.</summary>
internal sealed class NotAskedException(TimeSpan wait) : Exception("The request was not made.")
{
    /// <summary>How long the service is still not to be asked; zero where only this request is too late.</summary>
    public TimeSpan Wait { get; } = wait;
}
