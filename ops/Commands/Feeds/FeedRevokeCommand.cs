using System.CommandLine;
using OpsAutomation.Feeds;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands.Feeds;

/// <summary><c>ops feed revoke</c>: ends a token at once.</summary>
internal sealed class FeedRevokeCommand : OpsCommand
{
    private readonly Argument<string> name;
    private readonly Option<string?> engagement;
    private readonly Option<string?> by;

    public FeedRevokeCommand(Session session)
        : base(session, "revoke", "End a token at once.", "Mettre fin à un jeton tout de suite.")
    {
        name = AddWord("NAME", "the token's name", "le nom du jeton");
        engagement = AddEngagement();
        by = AddAsker();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var word = parsed.GetValue(name)!.Trim();
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        await new FeedTokens(open.Home.State, Session.Time).RevokeAsync(open.Id, word, parsed.GetValue(by), cancellationToken);
        Session.Line(Session.Say($"{word} opens nothing any more.", $"{word} n'ouvre plus rien."));
        return 0;
    }
}
