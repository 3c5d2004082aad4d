using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents.Asking;

/// <summary>Who gets no mail: who ended these mails, or ended or paused the digests that go to the same address.</summary>
public sealed class AskSilence(IStateStore state)
{
    private readonly DigestLedger ledger = new(state);

    /// <summary>Whether a person is to be left in peace on a day.</summary>
    public async Task<bool> HoldsAsync(Engagement engagement, Person person, LocalDate today, CancellationToken cancellationToken = default)
    {
        if (await ledger.FindPauseAsync(engagement.Id, PauseIdOf(person.Id), cancellationToken).ConfigureAwait(false) is { } own && (own.IsUnsubscription || own.Holds(today)))
            return true;
        foreach (var recipient in engagement.RecipientsOf(person))
        {
            if (recipient.Pause?.Holds(today) == true)
                return true;
            var pause = await ledger.FindPauseAsync(engagement.Id, recipient.Id, cancellationToken).ConfigureAwait(false);
            if (pause is { IsUnsubscription: true } || pause?.Holds(today) == true)
                return true;
        }

        return false;
    }

    /// <summary>Asks a person again who ended these mails; the digests of the same address are another matter.</summary>
    public Task ResumeAsync(EngagementId engagement, Person person, string? by, TimeProvider time, CancellationToken cancellationToken = default) =>
        ledger.RemovePauseAsync(engagement, PauseIdOf(person.Id), AuditLog.LineOf(time, by, AuditAction.AskingResumed, person.Id), cancellationToken);

    /// <summary>Under what a person's own end of these mails is recorded, beside the pauses of recipients.</summary>
    internal static string PauseIdOf(string person) => LinkHolder.Person(person).Key;
}
