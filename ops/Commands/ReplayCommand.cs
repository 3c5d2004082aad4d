using System.CommandLine;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops replay</c>: adds a message that failed to its queue again; without an id it shows those there are.</summary>
internal sealed class ReplayCommand : OpsCommand
{
    private readonly Argument<string?> id;
    private readonly Option<bool> all;
    private readonly Option<string?> by;
    private readonly Option<bool> json;

    public ReplayCommand(Session session)
        : base(session, "replay", "Run a failed message again, or show those there are.", "Relancer un message en échec, ou afficher ceux qui existent.")
    {
        id = new Argument<string?>("ID")
        {
            Description = session.Say("its id, as the mail and the list say", "son identifiant, comme l'indiquent le courriel et la liste"),
            HelpName = "ID",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Add(id);
        all = AddFlag("--all", "those that went through meanwhile too", "aussi ceux qui sont passés entre-temps");
        by = AddAsker();
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var home = await Session.OpenHomeAsync(GlobalOptions.HomeOf(parsed), cancellationToken);
        var box = new DeadLetterBox(home.State, home.Jobs, Session.Time);
        if (parsed.GetValue(id) is { } named)
            await ReplayAsync(home, box, named.Trim().ToLowerInvariant(), parsed.GetValue(by), parsed.GetValue(json), cancellationToken);
        else
            await ListAsync(home, box, parsed.GetValue(all), parsed.GetValue(json), cancellationToken);
        return 0;
    }

    private async Task ReplayAsync(Place home, DeadLetterBox box, string named, string? who, bool asJson, CancellationToken cancellationToken)
    {
        foreach (var partition in await PartitionsAsync(home, cancellationToken))
        {
            if (await box.FindAsync(partition, named, cancellationToken) is null)
                continue;
            var letter = await box.ReplayAsync(partition, named, who, cancellationToken);
            if (asJson)
            {
                JsonOutput.Write(Session.Out, writer => DeadLetterOutput.Write(writer, letter, Session.Language));
                return;
            }

            Session.Line(Session.Say(
                $"{letter.Id} is in the queue {letter.Queue} again: the app takes it as soon as it runs (ops serve).",
                $"{letter.Id} est de nouveau dans la file {letter.Queue}\u00a0: l'application le prend dès qu'elle tourne (ops serve)."));
            return;
        }

        throw DeadLetterBox.Missing(named);
    }

    private async Task ListAsync(Place home, DeadLetterBox box, bool withMended, bool asJson, CancellationToken cancellationToken)
    {
        var letters = new List<DeadLetter>();
        foreach (var partition in await PartitionsAsync(home, cancellationToken))
        {
            await foreach (var letter in box.ListAsync(partition, cancellationToken))
            {
                if (withMended || letter.State != DeadLetterState.Mended)
                    letters.Add(letter);
            }
        }

        letters = [.. letters.OrderByDescending(letter => letter.IsOpen).ThenByDescending(letter => letter.LastSeen).ThenBy(letter => letter.Id, StringComparer.Ordinal)];
        if (asJson)
            JsonOutput.Write(Session.Out, writer => DeadLetterOutput.Write(writer, letters, Session.Language));
        else
            Show(letters);
    }

    private void Show(List<DeadLetter> letters)
    {
        if (letters.Count == 0)
        {
            Session.Line(Session.Say("No message has failed.", "Aucun message n'est en échec."));
            return;
        }

        var table = new TextTable(
            TextColumn.Left(), TextColumn.Left(Session.Say("state", "état")), TextColumn.Left(Session.Say("engagement", "mission")),
            TextColumn.Left(Session.Say("queue", "file")), TextColumn.Left(Session.Say("last failed", "dernier échec")), TextColumn.Left(Session.Say("why", "motif")));
        foreach (var letter in letters)
        {
            table.Add(
                letter.Id, Session.Say(DeadLetterOutput.WordOf(letter.State)), letter.Engagement == EngagementId.App ? "–" : letter.Engagement.Value, letter.Queue,
                $"{Session.Locale.ShortMoment(letter.LastSeen.InUtc().LocalDateTime)} UTC", Session.Say(letter.Reason));
        }

        table.Write(Session.Out);
    }

    private static async Task<IReadOnlyList<EngagementId>> PartitionsAsync(Place home, CancellationToken cancellationToken) =>
        [.. await home.Engagements.ListAsync(cancellationToken), EngagementId.App];
}
