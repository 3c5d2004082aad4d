using System.CommandLine;
using NodaTime.Text;
using OpsAutomation.Feeds;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands.Feeds;

/// <summary><c>ops feed list</c>: the tokens there are, by name.</summary>
internal sealed class FeedListCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<bool> json;

    public FeedListCommand(Session session)
        : base(session, "list", "Show which tokens there are.", "Afficher les jetons existants.")
    {
        engagement = AddEngagement();
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var tokens = await new FeedTokens(open.Home.State, Session.Time).ListAsync(open.Id, cancellationToken);
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => Write(writer, tokens));
        else
            Show(tokens, open);
        return 0;
    }

    private static void Write(System.Text.Json.Utf8JsonWriter writer, IReadOnlyList<FeedToken> tokens)
    {
        writer.WriteStartArray();
        foreach (var token in tokens)
        {
            writer.WriteStartObject();
            writer.WriteString("name", token.Name);
            writer.WriteString("created", InstantPattern.ExtendedIso.Format(token.Created));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Show(IReadOnlyList<FeedToken> tokens, OpenEngagement open)
    {
        if (tokens.Count == 0)
        {
            Session.Line(Session.Say($"There is no token yet. To make one: ops feed add NAME -e {open.Id}", $"Il n'y a pas encore de jeton. Pour en créer un\u00a0: ops feed add NOM -e {open.Id}"));
            return;
        }

        var table = new TextTable(TextColumn.Left(Session.Say("name", "nom")), TextColumn.Left(Session.Say("made on", "créé le")));
        foreach (var token in tokens)
            table.Add(token.Name, Session.Locale.ShortDate(token.Created.InZone(open.Engagement.Zone).Date));
        table.Write(Session.Out);
    }
}
