using OpsAutomation.Logbook;
using OpsAutomation.Ports;

namespace OpsAutomation.Links.Acts;

/// <summary>An item of the logbook of one kind: shown with what is known of it, and closed once.</summary>
internal abstract class LogItemAct(LogKind kind, IStateStore state, TimeProvider time) : ActItem
{
    /// <summary>The items.</summary>
    protected LogbookStore Logbook { get; } = new(state, time);

    public sealed override async Task<ActView?> ShowAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await FindAsync(visit, cancellationToken).ConfigureAwait(false) is { } item ? View(visit, item) : null;

    public sealed override async Task<ActView?> ActAsync(ActVisit visit, ActForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(visit, cancellationToken).ConfigureAwait(false) is not { } item)
            return null;
        return item.Open ? await DoAsync(visit, item, form, cancellationToken).ConfigureAwait(false) : View(visit, item);
    }

    /// <summary>Does what was posted about an item that is open.</summary>
    protected abstract Task<ActView?> DoAsync(ActVisit visit, LogItem item, ActForm form, CancellationToken cancellationToken);

    /// <summary>What an item is called.</summary>
    protected abstract string Title(ActVisit visit, LogItem item);

    /// <summary>What can be done about an item that is open.</summary>
    protected abstract ActFields Fields(ActVisit visit);

    /// <summary>The page of an item.</summary>
    protected ActView View(ActVisit visit, LogItem item)
    {
        var view = new ActView { Title = Title(visit, item), Lead = visit.Text(item.Text), Facts = [.. LogFacts.Of(visit, item)] };
        return item.Open ? view with { Fields = Fields(visit) } : view with { Said = LogFacts.Closed(visit, item) };
    }

    /// <summary>Closes an item in the holder's name, and gives the page that says so.</summary>
    /// <param name="visit">Who came.</param>
    /// <param name="item">The item.</param>
    /// <param name="outcome">How it ended, or null.</param>
    /// <param name="told">The page of the closed item with what was done on it.</param>
    /// <param name="cancellationToken">Stops.</param>
    protected async Task<ActView?> CloseAsync(ActVisit visit, LogItem item, string? outcome, Func<LogItem, ActView> told, CancellationToken cancellationToken)
    {
        LogItem closed;
        try
        {
            closed = await Logbook.CloseAsync(visit.Engagement.Id, item.Id, outcome, visit.Link.Name, visit.Today, visit.Link.Holder.Actor, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OpsException other) when (other.Kind == FailureKind.Refused)
        {
            // Somebody else closed it with other words at the same moment: the page says which.
            return await ShowAsync(visit, cancellationToken).ConfigureAwait(false);
        }

        return told(closed);
    }

    private async Task<LogItem?> FindAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await Logbook.FindAsync(visit.Engagement.Id, visit.Id, cancellationToken).ConfigureAwait(false) is { Item: { } item } && item.Kind == kind ? item : null;
}
