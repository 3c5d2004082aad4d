using NodaTime;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Notices;

namespace OpsAutomation.Heartbeats;

/// <summary>The mail that says that a digest has not left: which, since when, why, and what to do.</summary>
public static class OverdueNotice
{
    /// <summary>The mail of one look, in the language of most of those that it is about.</summary>
    /// <param name="overdue">The digests, with whose they are; at least one.</param>
    public static Notice Compose(IReadOnlyList<(Engagement Engagement, OverdueDigest Digest)> overdue)
    {
        ArgumentOutOfRangeException.ThrowIfZero(overdue.Count);
        if (overdue is [var only])
            return Compose(only.Engagement, only.Digest);
        var locale = overdue.GroupBy(one => one.Engagement.Locale).OrderByDescending(same => same.Count()).First().Key;
        string Say(string en, string fr) => locale.Language == Language.French ? fr : en;
        var count = locale.Number(overdue.Count);
        var isOfOne = overdue.All(one => one.Engagement.Id == overdue[0].Engagement.Id);
        return new()
        {
            Locale = locale,
            Subject = (isOfOne ? overdue[0].Engagement.Name + " · " : "") + Say($"{count} weekly digests have not left", $"{count} points hebdomadaires ne sont pas partis"),
            Paragraphs = [Say($"{count} weekly digests should have left and have not.", $"{count} points hebdomadaires auraient dû partir et ne sont pas partis.")],
            Columns = [Say("Client", "Client"), Say("For", "Pour"), Say("Due", "Attendu"), Say("Why", "Pourquoi"), Say("What to do", "Que faire")],
            Rows =
            [
                .. overdue.Select(one => (IReadOnlyList<string>)
                [
                    CleanText.Clip(one.Engagement.Name, 8, 60), CleanText.Clip(one.Digest.Due.Recipient.Name, 8, 60),
                    locale.ShortMoment(one.Digest.Due.DueAt.InZone(one.Engagement.Zone).LocalDateTime), Why(one.Digest).In(locale.Language), ToDo(one.Engagement, one.Digest).In(locale.Language),
                ]),
            ],
            Closing = [Say("You are told of each once.", "Chacun n'est signalé qu'une fois.")],
        };
    }

    private static Notice Compose(Engagement engagement, OverdueDigest digest)
    {
        var locale = engagement.Locale;
        string Say(string en, string fr) => locale.Language == Language.French ? fr : en;
        var local = digest.Due.DueAt.InZone(engagement.Zone).LocalDateTime;
        var name = CleanText.Clip(digest.Due.Recipient.Name, 8, 60);
        return new()
        {
            Locale = locale,
            Subject = Say(
                $"{engagement.Name} · The weekly digest of {locale.DayMonth(local.Date)} has not left ({name})",
                $"{engagement.Name} · Le point hebdomadaire du {locale.DayMonth(local.Date)} n'est pas parti ({name})"),
            Paragraphs =
            [
                Say(
                    $"The weekly digest for {name}, due on {locale.ShortMoment(local)}, has not left.",
                    $"Le point hebdomadaire pour {name}, attendu le {locale.ShortMoment(local)}, n'est pas parti."),
                Why(digest).In(locale.Language),
            ],
            Closing = [ToDo(engagement, digest).In(locale.Language), Say("You are told of this once.", "Ce message n'est envoyé qu'une fois.")],
        };
    }

    /// <summary>Why it has not left.</summary>
    public static LocalizedText Why(OverdueDigest digest) => digest.Reason switch
    {
        OverdueReason.AwaitsApproval => new("It waits for your approval.", "Il attend votre validation."),
        OverdueReason.Failed => digest.Failure!.Reason,
        _ => new(
            "Nothing is known to have failed: the app was not running, or a message was lost. The app asks for it again every quarter of an hour.",
            "Aucun échec n'est connu\u00a0: l'application ne tournait pas, ou un message s'est perdu. L'application le redemande tous les quarts d'heure."),
    };

    /// <summary>What to do.</summary>
    public static LocalizedText ToDo(Engagement engagement, OverdueDigest digest)
    {
        var command = $"ops digest -e {engagement.Id} --to {digest.Due.Recipient.Id} --at {LocalDatePattern.Iso.Format(digest.Due.Day)}";
        return digest switch
        {
            { Reason: OverdueReason.AwaitsApproval } => new($"To approve it: {command} --approve", $"Pour le valider\u00a0: {command} --approve"),
            { Failure: { State: DeadLetterState.Dead } letter } => new(
                $"Mend the cause, then run it again: ops replay {letter.Id}", $"Corrigez la cause, puis relancez-le\u00a0: ops replay {letter.Id}"),
            { Reason: OverdueReason.Failed } => new("It is tried again by itself; it leaves once, whoever asks for it.", "Une nouvelle tentative suit d'elle-même\u00a0; il ne part qu'une fois, qui que ce soit qui le demande."),
            _ => new(
                $"See that the app runs (ops doctor -e {engagement.Id}); to send it now: {command} --send",
                $"Vérifiez que l'application tourne (ops doctor -e {engagement.Id})\u00a0; pour l'envoyer maintenant\u00a0: {command} --send"),
        };
    }
}
