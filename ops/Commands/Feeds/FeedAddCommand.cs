using System.CommandLine;
using OpsAutomation.Feeds;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands.Feeds;

/// <summary><c>ops feed add</c>: makes a token by which a tool reads the KPIs, and says where.</summary>
internal sealed class FeedAddCommand : OpsCommand
{
    private readonly Argument<string> name;
    private readonly Option<string?> engagement;
    private readonly Option<string?> url;
    private readonly Option<string?> by;

    public FeedAddCommand(Session session)
        : base(session, "add", "Make a token for a tool that reads the KPIs.", "Créer un jeton pour un outil qui lit les indicateurs.")
    {
        name = AddWord("NAME", "a short name by which it is revoked, such as sheets", "un nom court qui sert à le révoquer, comme sheets");
        engagement = AddEngagement();
        url = AddPublicUrl();
        by = AddAsker();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var publicUrl = Session.PublicUrl(parsed.GetValue(url));
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var token = await new FeedTokens(open.Home.State, Session.Time).AddAsync(open.Id, parsed.GetValue(name)!.Trim(), parsed.GetValue(by), cancellationToken);
        var address = AppAddress.Of(publicUrl, $"engagements/{open.Id}/kpis");
        Session.Line(Session.Say("CSV:   ", "CSV\u00a0:   ") + address + ".csv");
        Session.Line(Session.Say("JSON:  ", "JSON\u00a0:  ") + address + ".json");
        Session.Line(Session.Say("Token: ", "Jeton\u00a0: ") + token);
        Session.Line(Session.Say("The token is shown this once, and whoever has it reads the figures.", "Le jeton n'est affiché que cette fois, et quiconque l'a lit les chiffres."));
        Session.Line();
        Session.Line(Session.Say("Send it in the header Authorization: Bearer TOKEN, or where a tool can send no header as ?token=TOKEN:", "Envoyez-le dans l'en-tête Authorization: Bearer JETON, ou, si l'outil ne le permet pas, par ?token=JETON\u00a0:"));
        Session.Line($"=IMPORTDATA(\"{address}.csv?token={token}\")");
        return 0;
    }
}
