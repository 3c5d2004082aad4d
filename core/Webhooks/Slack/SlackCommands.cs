using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Milestones;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Webhooks.Slack;

/// <summary>
/// Does what a command asks for and answers in the engagement's language, to the sender alone. Everybody in the workspace may ask how things stand;
/// a criterion is marked by those whose ids the source's <c>users</c> names.
/// </summary>
/// <param name="blobs">Holds facts.</param>
/// <param name="state">Holds milestones.</param>
/// <param name="time">The clock.</param>
/// <param name="transport">Carries the answer; null for none.</param>
internal sealed class SlackCommands(IBlobStore blobs, IStateStore state, TimeProvider time, IEventTransport? transport)
{
    private readonly MilestoneStore milestones = new(state, time);
    private readonly StandingReader standings = new(blobs, state, time);

    /// <summary>Does it.</summary>
    /// <returns>The id of the criterion that was marked; null where nothing was changed.</returns>
    public async Task<string?> RunAsync(Engagement engagement, WebhookSettings settings, SlackCommand command, CancellationToken cancellationToken)
    {
        var (answer, marked) = command.Verb switch
        {
            "status" => (await StatusAsync(engagement, cancellationToken).ConfigureAwait(false), null),
            "done" => await DoneAsync(engagement, settings, command, cancellationToken).ConfigureAwait(false),
            _ => (SlackTexts.Help(command.Name), null),
        };
        // An answer that does not arrive changes nothing of what was done, and comes late after a while.
        if (transport is not null && command.Answer is { } url)
            await transport.PostAsync(url, SlackAnswer.Headers, SlackAnswer.Body(answer.In(engagement.Language)), cancellationToken).ConfigureAwait(false);
        return marked;
    }

    private async Task<LocalizedText> StatusAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var today = Today(engagement);
        var standing = await standings.ReadAsync(engagement, today, today, cancellationToken).ConfigureAwait(false);
        var text = SlackStatus.Of(standing);
        return new(text, text);
    }

    private async Task<(LocalizedText Answer, string? Marked)> DoneAsync(
        Engagement engagement, WebhookSettings settings, SlackCommand command, CancellationToken cancellationToken)
    {
        if (command.Words.Count < 2)
            return (SlackTexts.Help(command.Name), null);
        if (command.User.Length == 0 || !settings.Users.Contains(command.User, StringComparer.OrdinalIgnoreCase))
            return (SlackTexts.MayNot(settings.Source, command.User), null);
        var note = CleanText.Clip(string.Join(' ', command.Words.Skip(2)), 60, 500);
        try
        {
            await milestones.MarkDoneAsync(
                engagement, command.Words[1], $"slack:{command.User}", note.Length == 0 ? null : note, Today(engagement), cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException refusal) when (refusal.Kind == FailureKind.Refused)
        {
            return (refusal.Text, null);
        }

        var id = command.Words[1].ToUpperInvariant();
        return (SlackTexts.Done(id), id);
    }

    private LocalDate Today(Engagement engagement) => time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date;
}
