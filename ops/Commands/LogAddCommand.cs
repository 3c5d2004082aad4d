using System.CommandLine;
using OpsAutomation.Logbook;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops decision|action|risk|improvement add</c>.</summary>
internal sealed class LogAddCommand : OpsCommand
{
    private readonly LogKind kind;
    private readonly Argument<string> text;
    private readonly Option<string?> engagement;
    private readonly Option<string?> owner;
    private readonly Option<string?> due;
    private readonly Option<string?>? recommendation;
    private readonly Option<string?>? topic;
    private readonly Option<string?>? cause;
    private readonly Option<string?>? change;
    private readonly Option<string?> kpi;
    private readonly Option<string?> by;

    public LogAddCommand(Session session, LogKind kind)
        : base(session, "add", "Add one.", "En ajouter.")
    {
        this.kind = kind;
        text = kind switch
        {
            LogKind.Decision => AddWord("TEXT", "the question, to be answered by yes or no", "la question, à laquelle on répond par oui ou non"),
            LogKind.Improvement => AddWord("TEXT", "the problem, as it shows", "le problème, tel qu'on le constate"),
            _ => AddWord("TEXT", "what it is about", "de quoi il s'agit"),
        };
        engagement = AddEngagement();
        owner = AddValue("--owner", "WHO", "who owns it: a person's id or a name", "qui en est responsable : l'identifiant d'une personne ou un nom");
        due = kind == LogKind.Improvement
            ? AddValue("--review", "DATE", "the day on which the change is reviewed", "le jour où l'on revoit le changement", required: true)
            : AddValue("--due", "DATE", "the day it is due", "l'échéance");
        if (kind == LogKind.Decision)
        {
            recommendation = AddValue("--recommendation", "TEXT", "who recommends what, and its effect", "qui recommande quoi, et l'effet attendu");
            topic = AddValue("--topic", "TOPIC", "its kind, for exit criteria of milestones", "son type, pour les critères d'achèvement des jalons");
        }
        else if (kind == LogKind.Risk)
        {
            recommendation = AddValue("--recommendation", "TEXT", "what would be done", "ce qui serait fait");
        }
        else if (kind == LogKind.Improvement)
        {
            cause = AddValue("--cause", "TEXT", "the cause that was found", "la cause trouvée");
            change = AddValue("--change", "TEXT", "what is done differently", "ce que l'on fait autrement");
        }

        kpi = AddValue("--kpi", "KPI", "the KPI it is about", "l'indicateur concerné");
        by = AddValue("--by", "WHO", "who adds it", "qui l'ajoute");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var day = Values.Date(parsed.GetValue(due), due.Name);
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var item = await new LogbookStore(open.Home.State, Session.Time).AddAsync(
            open.Id,
            new NewLogItem
            {
                Kind = kind,
                Text = parsed.GetValue(text)!,
                Day = open.Today,
                Owner = parsed.GetValue(owner),
                Due = day,
                Recommendation = recommendation is null ? null : parsed.GetValue(recommendation),
                Topic = topic is null ? null : parsed.GetValue(topic),
                Cause = cause is null ? null : parsed.GetValue(cause),
                Change = change is null ? null : parsed.GetValue(change),
                Kpi = parsed.GetValue(kpi) is { } id ? KnownKpi.Find(open.Engagement, id).Id : null,
                Origin = parsed.GetValue(by),
                By = parsed.GetValue(by),
            },
            cancellationToken);
        Session.Line(Session.Say($"{item.Id} added: {item.Text}", $"{item.Id} ajouté : {item.Text}"));
        return 0;
    }
}
