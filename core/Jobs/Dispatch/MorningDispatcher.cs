using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Notices;
using OpsAutomation.Mornings;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs.Dispatch;

/// <summary>
/// The OBM's morning mail, on the timer <c>PublishDueDocuments</c>: one ranked list over all engagements in which she, by her address, is the
/// OBM. It leaves once a day from a local hour on, on days that are working days for at least one of her clients, and only where there is
/// something on it. Only this, and who she is, goes across engagements.
/// </summary>
public sealed class MorningDispatcher(
    EngagementRound round, MorningReader morning, IStateStore state, NoticeMail mail, TimeProvider time, MorningSettings settings)
{
    private const string Collection = "mornings";

    /// <summary>Sends the mails that are due.</summary>
    public async Task<RoundReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var running = new List<Engagement>();
        var read = await round.RunAsync(
            (engagement, _) =>
            {
                if (engagement.State is EngagementState.Active or EngagementState.Handover)
                    running.Add(engagement);
                return Task.FromResult(0);
            },
            cancellationToken).ConfigureAwait(false);

        var sent = 0;
        var failures = new List<RoundFailure>(read.Failures);
        foreach (var group in running
            .Where(engagement => engagement.PersonAs(PersonRole.Obm)?.Email is not null)
            .GroupBy(engagement => engagement.PersonAs(PersonRole.Obm)!.Email!.Trim().ToLowerInvariant(), StringComparer.Ordinal))
        {
            try
            {
                sent += await SeeToAsync(group.Key, [.. group], failures, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(new(EngagementId.App, fault));
            }
        }

        return new(sent, failures);
    }

    private async Task<bool> SeeToAsync(string address, IReadOnlyList<Engagement> engagements, List<RoundFailure> failures, CancellationToken cancellationToken)
    {
        var local = time.GetUtcNow().ToInstant().InZone(settings.Zone ?? engagements[0].Zone);
        if (local.TimeOfDay < settings.At || !engagements.Any(engagement => WorkingDays.Of(engagement).IsWorkingDay(local.Date)))
            return false;
        // The address itself stays out of keys.
        var who = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..16];
        var day = LocalDatePattern.Iso.Format(local.Date);
        var key = new StateKey(Collection, who);
        if (await state.FindAsync(EngagementId.App, key, cancellationToken).ConfigureAwait(false) is { } entry && string.CompareOrdinal(entry.Value, $"\"{day}\"") >= 0)
            return false;

        var locale = LocaleOf(engagements);
        var ranked = MorningItem.Rank(await ItemsAsync(engagements, locale, failures, cancellationToken).ConfigureAwait(false));
        var sent = false;
        if (ranked.Count > 0)
        {
            var name = engagements[0].PersonAs(PersonRole.Obm)!.Name;
            sent = await mail.SendAsync(
                EngagementId.App, $"morning\n{who}\n{day}", mail.SenderOver(engagements), new MailAddress(address, name), MorningMail.Compose(ranked, local.Date, locale), cancellationToken)
                .ConfigureAwait(false);
        }

        await state.CommitAsync(EngagementId.App, [StateChange.Put(key, $"\"{day}\"")], cancellationToken).ConfigureAwait(false);
        return sent;
    }

    private async Task<List<MorningItem>> ItemsAsync(
        IReadOnlyList<Engagement> engagements, Locale locale, List<RoundFailure> failures, CancellationToken cancellationToken)
    {
        var items = new List<MorningItem>();
        foreach (var engagement in engagements)
        {
            try
            {
                items.AddRange(await morning.ReadAsync(engagement, locale, cancellationToken).ConfigureAwait(false));
            }
            catch (OpsException fault) when (fault.Kind != FailureKind.Retriable)
            {
                failures.Add(new(engagement.Id, fault));
            }
        }

        return items;
    }

    // Hers is the language of most of her clients.
    private static Locale LocaleOf(IReadOnlyList<Engagement> engagements) => engagements
        .GroupBy(engagement => engagement.Locale)
        .OrderByDescending(same => same.Count())
        .First().Key;
}
