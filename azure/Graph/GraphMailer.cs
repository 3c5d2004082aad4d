using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Sends mail by Microsoft Graph, each key exactly once. The service takes no idempotency key, so that the order of steps makes one: the
/// key is recorded, a draft made, our key written on it, the draft's id recorded, and only that id is ever sent. Whoever comes after a
/// crash finds the draft or the sent message by what was recorded.
/// </summary>
public sealed class GraphMailer : IMailer
{
    private static readonly TimeSpan TidiedPast = TimeSpan.FromDays(7);
    private static readonly TimeSpan NotWorthRenewing = TimeSpan.FromSeconds(1);
    private readonly GraphClients clients;
    private readonly TimeProvider clock;
    private readonly MailLedger ledger;
    private readonly MimeWriter mime;
    private readonly MailTimes times;

    /// <summary>Creates the mailer.</summary>
    /// <param name="state">Where keys are recorded: collection <c>mails</c>.</param>
    /// <param name="clients">Clients of Graph.</param>
    /// <param name="options">The settings, valid.</param>
    /// <param name="clock">What leases and waits are measured by.</param>
    public GraphMailer(IStateStore state, GraphClients clients, GraphOptions options, TimeProvider clock)
    {
        (this.clients, this.clock) = (clients, clock);
        ledger = new(state, clock, TimeSpan.FromSeconds(options.LeaseSeconds));
        mime = new(clock);
        times = new(TimeSpan.FromSeconds(options.SettleSeconds), TimeSpan.FromSeconds(options.LeaseSeconds - options.TimeoutSeconds));
    }

    /// <inheritdoc/>
    /// <returns>The mailbox and the immutable id of the message: <c>graph:{mailbox}/{id}</c>.</returns>
    /// <exception cref="OpsException">
    /// Refused: something must be mended first, or the message was not to be found for a day. Retriable: Graph did not answer, it is not yet
    /// known whether the mail left, or another sender has it.
    /// </exception>
    public async Task<string> SendAsync(EngagementId engagement, string key, MailMessage message, CancellationToken cancellationToken = default)
    {
        var fresh = new MailRecord
        {
            Stage = MailStage.Reserved,
            Mailbox = message.From.Address,
            Tenant = message.SenderTenant,
            Content = MailContent.Hash(message),
            Created = clock.GetUtcNow(),
        };
        var claim = await ledger.ClaimAsync(engagement, key, fresh, cancellationToken).ConfigureAwait(false);
        try
        {
            if (!MailDelivery.IsOver(claim.Record))
                await DeliverAsync(engagement, key, message, fresh, claim, cancellationToken).ConfigureAwait(false);
            return $"graph:{claim.Record.Mailbox}/{claim.Record.Id}";
        }
        catch (Exception error) when (GraphFailure.IsItemNotFound(error))
        {
            // Somebody took the draft away while it was being made ready: the next attempt looks where it is.
            throw OpsException.Retriable(
                "The draft of a mail was moved or removed while it was being made ready. Nothing was sent: it is tried again by itself.",
                "Le brouillon d'un courriel a été déplacé ou supprimé pendant sa préparation. Rien n'est parti\u00a0: un nouvel essai suit de lui-même.");
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && GraphFailure.IsGraph(error))
        {
            throw GraphFailure.Of(error, GraphUse.SendMail);
        }
        finally
        {
            await claim.ReleaseAsync().ConfigureAwait(false);
        }
    }

    private async Task DeliverAsync(EngagementId engagement, string key, MailMessage message, MailRecord fresh, MailClaim claim, CancellationToken cancellationToken)
    {
        // Nothing is bound to a mailbox before a draft's id is known.
        var (box, tenant) = claim.Record.Id is null ? (fresh.Mailbox, fresh.Tenant) : (claim.Record.Mailbox, claim.Record.Tenant);
        var gate = clients.Gates.Of(box);
        var graph = clients.Of(tenant);
        var mailbox = new DraftMailbox(graph, box, mime);
        var sweep = new DraftSweep(ledger, mailbox);
        var asked = clock.GetUtcNow();
        await gate.InTurnAsync(
            sends: true,
            async turn =>
            {
                // Others may have taken the key over during a long wait.
                if (clock.GetUtcNow() - asked > NotWorthRenewing)
                    await claim.SaveAsync(claim.Record, cancellationToken).ConfigureAwait(false);
                var delivery = new MailDelivery(claim, mailbox, new(graph, clients.Http, box), sweep, turn, times, clock);
                await delivery.RunAsync(engagement, key, message, fresh, cancellationToken).ConfigureAwait(false);
                if (gate.TakeSweep(engagement))
                    await TidyAsync(sweep, engagement, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    // What no recovery saw, such as a request that something on the way repeated. The mail has left: a failure here is none of its sender's.
    private async Task TidyAsync(DraftSweep sweep, EngagementId engagement, CancellationToken cancellationToken)
    {
        try
        {
            await sweep.RunAsync(engagement, clock.GetUtcNow() - TidiedPast, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (GraphFailure.IsGraph(error))
        {
            // The next hour's is as good.
        }
    }
}
