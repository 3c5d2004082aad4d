using System.CommandLine;
using OpsAutomation.Logbook;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops decision|action|risk|improvement close</c>: says what was decided or how it ended.</summary>
internal sealed class LogCloseCommand : OpsCommand
{
    private readonly LogKind kind;
    private readonly Argument<string> id;
    private readonly Option<string?> engagement;
    private readonly Option<string?> outcome;
    private readonly Option<string?> by;

    public LogCloseCommand(Session session, LogKind kind)
        : base(session, "close", "Close one with its outcome.", "En clore avec son issue.")
    {
        this.kind = kind;
        id = AddWord("ID", "its id, such as D-14", "son identifiant, comme D-14");
        engagement = AddEngagement();
        by = AddValue("--by", "WHO", "who decided or closes it", "qui a décidé ou clôt", required: true);
        outcome = kind == LogKind.Improvement
            ? AddValue("--result", "TEXT", "what the review found: kept, changed or dropped, and why", "ce que la revue constate : gardé, modifié ou abandonné, et pourquoi", required: true)
            : AddValue("--outcome", "TEXT", "what was decided, or how it ended", "ce qui a été décidé, ou comment cela s'est terminé", required: kind == LogKind.Decision);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var store = new LogbookStore(open.Home.State, Session.Time);
        var named = parsed.GetValue(id)!;
        if (await store.FindAsync(open.Id, named, cancellationToken) is not { } known || known.Item.Kind != kind)
        {
            var word = LogWords.CommandOf(kind);
            throw OpsException.Refused(
                $"There is no {word} {named}. See: ops {word} list -e {open.Id}",
                $"{named} n'existe pas parmi ces éléments. Voir : ops {word} list -e {open.Id}");
        }

        var item = await store.CloseAsync(open.Id, named, parsed.GetValue(outcome), parsed.GetValue(by), open.Today, cancellationToken);
        Session.Line(Session.Say($"{item.Id} closed: {item.Text}", $"{item.Id} clos : {item.Text}") + (item.Outcome is { } end ? $" → {end}" : ""));
        return 0;
    }
}
