using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Locales;
using OpsAutomation.Notices;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs.Dispatch;

/// <summary>
/// Goes over all engagements for a timer. One that fails does not stop the others; what only a person can mend, such as a file with errors, the
/// operator hears of once, and again after a week.
/// </summary>
public sealed class EngagementRound(RegisteredEngagements engagements, IStateStore state, NoticeMail mail, TimeProvider time)
{
    private const string Collection = "told";
    private static readonly Duration Silence = Duration.FromDays(7);

    /// <summary>Goes over all engagements.</summary>
    /// <param name="work">Sees to one, and says how many messages it sent.</param>
    /// <param name="cancellationToken">Stops between two.</param>
    public async Task<RoundReport> RunAsync(Func<Engagement, CancellationToken, Task<int>> work, CancellationToken cancellationToken = default)
    {
        var sent = 0;
        var failures = new List<RoundFailure>();
        foreach (var id in await engagements.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (await engagements.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } engagement)
                    sent += await work(engagement, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(new(id, fault));
                if (fault is OpsException { Kind: not FailureKind.Retriable } refusal)
                    await TellAsync(id, refusal.Text, failures, cancellationToken).ConfigureAwait(false);
            }
        }

        return new(sent, failures);
    }

    private async Task TellAsync(EngagementId engagement, LocalizedText reason, List<RoundFailure> failures, CancellationToken cancellationToken)
    {
        if (mail.App.Mailbox is not { } mailbox)
            return;
        try
        {
            var now = time.GetUtcNow().ToInstant();
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reason.En)));
            var key = new StateKey(Collection, "failure");
            if (await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false) is { } entry && IsFresh(entry.Value, hash, now))
                return;
            var day = LocalDatePattern.Iso.Format(now.InUtc().Date);
            await mail.SendAsync(engagement, $"failure\n{engagement}\n{hash}\n{day}", null, new MailAddress(mailbox), Compose(engagement, reason), cancellationToken)
                .ConfigureAwait(false);
            await state.CommitAsync(engagement, [StateChange.Put(key, Write(hash, now))], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // The log has it; the next round tries to tell again.
            failures.Add(new(engagement, fault));
        }
    }

    private Notice Compose(EngagementId engagement, LocalizedText reason)
    {
        var locale = Locale.Of(mail.App.Language);
        string Say(string en, string fr) => locale.Language == Language.French ? fr : en;
        return new()
        {
            Locale = locale,
            Subject = Say($"{engagement} · This engagement cannot be seen to", $"{engagement} · Cette mission ne peut pas être traitée"),
            Paragraphs =
            [
                Say(
                    $"The engagement {engagement} is left out until this is mended; all others go on.",
                    $"La mission {engagement} est laissée de côté tant que ceci n'est pas corrigé\u00a0; toutes les autres continuent."),
                .. reason.In(locale.Language).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            ],
            Closing =
            [
                Say(
                    "Once it is mended nothing else is needed: what is due by then is caught up.",
                    "Une fois la correction faite, rien d'autre n'est nécessaire\u00a0: ce qui est dû sera rattrapé."),
            ],
        };
    }

    private static bool IsFresh(string text, string hash, Instant now)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.GetProperty("hash").GetString() == hash
            && InstantPattern.ExtendedIso.Parse(document.RootElement.GetProperty("at").GetString()!).Value + Silence > now;
    }

    private static string Write(string hash, Instant now) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("hash", hash);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(now));
        json.WriteEndObject();
    });
}
