using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Notices;

namespace OpsAutomation.Jobs.DeadLetters;

/// <summary>Tells the OBM of a dead letter, or the operator where it belongs to no engagement that can be read: what, where, why and what to do.</summary>
public sealed class DeadLetterNotice(NoticeMail mail)
{
    /// <summary>Tells, once for each time that it failed for good.</summary>
    /// <param name="letter">The dead letter.</param>
    /// <param name="engagement">Its engagement, or null where there is none or its file has errors.</param>
    /// <param name="cancellationToken">Stops before the effect.</param>
    /// <returns>Whether somebody was told; false where nobody can be.</returns>
    public async Task<bool> TellAsync(DeadLetter letter, Engagement? engagement, CancellationToken cancellationToken = default)
    {
        var obm = engagement?.PersonAs(PersonRole.Obm);
        if ((obm?.Email ?? mail.App.Mailbox) is not { } address)
            return false;
        var key = $"dead-letter\n{letter.Engagement}\n{letter.Id}\n{letter.Times}";
        var to = new MailAddress(address, obm?.Email is null ? null : obm.Name);
        return await mail.SendAsync(letter.Engagement, key, engagement?.Sender, to, Compose(letter, engagement), cancellationToken).ConfigureAwait(false);
    }

    private Notice Compose(DeadLetter letter, Engagement? engagement)
    {
        var locale = engagement?.Locale ?? Locale.Of(mail.App.Language);
        string Say(LocalizedText text) => text.In(locale.Language);
        var what = Say(WhatOf(letter.Queue));
        var since = letter.FirstSeen.InZone(engagement?.Zone ?? DateTimeZone.Utc);
        var where = letter.Engagement == EngagementId.App ? Say(new("no engagement", "aucune mission")) : letter.Engagement.Value;
        return new()
        {
            Locale = locale,
            Subject = $"{engagement?.Name ?? where} · {what} · {letter.Id}",
            Paragraphs = [Say(new($"{what}.", $"{what}.")), letter.Reason.In(locale.Language)],
            Columns = [Say(new("dead letter", "message en échec")), Say(new("engagement", "mission")), Say(new("queue", "file")), Say(new("failed since", "en échec depuis"))],
            Rows = [[letter.Id, where, letter.Queue, $"{locale.ShortMoment(since.LocalDateTime)}{(engagement is null ? " UTC" : "")}"]],
            Closing =
            [
                Say(new(
                    $"Mend the cause, then run it again: ops replay {letter.Id}",
                    $"Corrigez la cause, puis relancez-le\u00a0: ops replay {letter.Id}")),
                Say(new(
                    "Until then nothing of it is done, and nothing is lost. You are told of this once.",
                    "D'ici là, rien n'en est fait et rien n'est perdu. Ce message n'est envoyé qu'une fois.")),
            ],
        };
    }

    /// <summary>What failed, by queue.</summary>
    internal static LocalizedText WhatOf(string queue) => queue switch
    {
        JobQueues.Exports => new("An export was not imported", "Un export n'a pas été importé"),
        JobQueues.Kpis => new("The KPIs were not computed", "Les indicateurs n'ont pas été calculés"),
        JobQueues.Documents => new("A document was not published", "Un document n'a pas été publié"),
        JobQueues.Digests => new("A digest was not sent", "Un point hebdomadaire n'est pas parti"),
        JobQueues.Webhooks => new("An event from outside was not applied", "Un événement reçu n'a pas été pris en compte"),
        JobQueues.Events => new("An event was not delivered", "Un événement n'a pas été livré"),
        _ => new("A message was not handled", "Un message n'a pas été traité"),
    };
}
