namespace OpsAutomation.Links.Acts;

/// <summary>A kind of item that a link can be for.</summary>
internal abstract class ActItem
{
    /// <summary>The page, or null where there is no such item any more. Changes nothing.</summary>
    public abstract Task<ActView?> ShowAsync(ActVisit visit, CancellationToken cancellationToken);

    /// <summary>Does what was posted, once, and gives the page that says so; null where there is no such item any more.</summary>
    public abstract Task<ActView?> ActAsync(ActVisit visit, ActForm form, CancellationToken cancellationToken);
}
