using OpsAutomation.Engagements;

namespace OpsAutomation.Azure.Graph;

/// <summary>Asks whether a mailbox could be sent from, without sending: its folder of drafts is looked at, where every mail begins.</summary>
public sealed class GraphProbe(GraphClients clients)
{
    /// <summary>Looks at the drafts of an engagement's mailbox.</summary>
    /// <param name="engagement">The engagement; one without a sender is not looked at.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Whether there was a mailbox to look at.</returns>
    /// <exception cref="OpsException">Refused: a right or the mailbox is missing. Retriable: the service did not answer.</exception>
    public async Task<bool> LookAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        if (engagement.Sender is not { } mailbox)
            return false;
        try
        {
            await clients.Of(engagement.SenderTenant).Users[mailbox].MailFolders["drafts"]
                .GetAsync(config => config.QueryParameters.Select = ["id"], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && GraphFailure.IsGraph(error))
        {
            throw GraphFailure.Of(error, GraphUse.SendMail);
        }
    }
}
