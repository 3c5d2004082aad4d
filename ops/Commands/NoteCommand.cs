using System.CommandLine;
using OpsAutomation.Engagements;
using OpsAutomation.Logbook;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops note</c>: a remark on a KPI, which the next digest shows beside it.</summary>
internal sealed class NoteCommand : OpsCommand
{
    private readonly Argument<string> text;
    private readonly Option<string?> kpi;
    private readonly Option<string?> engagement;
    private readonly Option<string?> by;

    public NoteCommand(Session session)
        : base(session, "note", "Comment on a KPI.", "Commenter un indicateur.")
    {
        text = AddWord("TEXT", "the remark", "la remarque");
        kpi = AddValue("--kpi", "KPI", "the KPI's id", "l'identifiant de l'indicateur", required: true);
        engagement = AddEngagement();
        by = AddValue("--by", "WHO", "who says it", "qui le dit");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var definition = KnownKpi.Find(open.Engagement, parsed.GetValue(kpi)!);
        // Whoever keeps the engagement notes, unless somebody else is named.
        var author = parsed.GetValue(by) ?? open.Engagement.PersonAs(PersonRole.Obm)?.Id;
        var item = await new LogbookStore(open.Home.State, Session.Time).AddAsync(
            open.Id,
            new NewLogItem
            {
                Kind = LogKind.Comment,
                Text = parsed.GetValue(text)!,
                Day = open.Today,
                Kpi = definition.Id,
                Owner = author,
                Origin = parsed.GetValue(by),
                By = parsed.GetValue(by),
            },
            cancellationToken);
        Session.Line(Session.Say(
            $"{item.Id} added on {Session.Say(definition.Label)}: {item.Text}", $"{item.Id} ajouté sur {Session.Say(definition.Label)} : {item.Text}"));
        return 0;
    }
}
