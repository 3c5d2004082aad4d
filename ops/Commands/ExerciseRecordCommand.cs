using System.CommandLine;
using OpsAutomation.Exercises;
using OpsAutomation.Logbook;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops exercise record</c>: how an exercise went, what was learnt and when the next one is.</summary>
internal sealed class ExerciseRecordCommand : OpsCommand
{
    private readonly Argument<string> kind;
    private readonly Option<string?> engagement;
    private readonly Option<string?> day;
    private readonly Option<string?> result;
    private readonly Option<string?> learnt;
    private readonly Option<string?> who;
    private readonly Option<string?> action;
    private readonly Option<string?> owner;
    private readonly Option<string?> next;
    private readonly Option<string?> by;

    public ExerciseRecordCommand(Session session)
        : base(session, "record", "Record an exercise that was held.", "Enregistrer un exercice qui a eu lieu.")
    {
        kind = AddWord("KIND", "the playbook, such as playbook-outage", "le plan, comme playbook-outage");
        engagement = AddEngagement();
        result = AddValue("--result", "RESULT", "passed, partly or failed", "passed (réussi), partly (en partie) ou failed (non réussi)", required: true);
        learnt = AddValue("--learnt", "TEXT", "what was measured and learnt: times kept, what was missing", "ce qui a été mesuré et appris : délais tenus, ce qui a manqué", required: true);
        day = AddValue("--date", "DATE", "the day it was held; today by default", "le jour où il a eu lieu ; aujourd'hui par défaut");
        who = AddValue("--who", "TEXT", "who took part", "qui a participé");
        action = AddValue("--action", "TEXT", "what follows from it; becomes an action in the logbook", "ce qui en découle ; devient une action du journal de bord");
        owner = AddValue("--owner", "WHO", "who owns that action", "qui est responsable de cette action");
        next = AddValue("--next", "DATE", "the day by which the next one is due; a year later by default", "le jour avant lequel tenir le prochain ; un an plus tard par défaut");
        by = AddValue("--by", "WHO", "who records it", "qui l'enregistre");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var found = ExerciseKind.Find(parsed.GetValue(kind)!);
        var ended = parsed.GetValue(result)!.Trim().ToLowerInvariant() switch
        {
            "passed" => ExerciseResult.Passed,
            "partly" => ExerciseResult.Partly,
            "failed" => ExerciseResult.Failed,
            _ => throw OpsException.WrongUsage("--result is passed, partly or failed.", "--result vaut passed, partly ou failed."),
        };
        var (held, due) = (Values.Date(parsed.GetValue(day), "--date"), Values.Date(parsed.GetValue(next), "--next"));
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var on = held ?? open.Today;
        if (on > open.Today || due <= on)
            throw OpsException.Refused("An exercise was held on a day that has come, and the next one is after it.", "Un exercice a eu lieu un jour déjà venu, et le prochain vient après.");
        var follows = parsed.GetValue(action);
        if (follows is not null)
        {
            var item = await new LogbookStore(open.Home.State, Session.Time).AddAsync(
                open.Id,
                new NewLogItem { Kind = LogKind.Action, Text = follows, Day = open.Today, Owner = parsed.GetValue(owner), Origin = found.Title.In(open.Engagement.Language), By = parsed.GetValue(by) },
                cancellationToken);
            follows = $"{item.Id} {follows}";
        }

        var exercise = await new ExerciseStore(open.Home.State, Session.Time).AddAsync(
            open.Id,
            new Exercise
            {
                Id = "",
                Kind = found.Id,
                Day = on,
                Result = ended,
                Who = parsed.GetValue(who),
                Learnt = parsed.GetValue(learnt)!,
                Action = follows,
                Next = due ?? on.PlusMonths(ExercisePlan.EveryMonths),
                By = parsed.GetValue(by),
            },
            cancellationToken);
        Session.Line(Session.Say(
            $"{exercise.Id} recorded: {found.Title.En}, {ExerciseWords.Of(ended).En}; the next one by {Session.Locale.ShortDate(exercise.Next)}",
            $"{exercise.Id} enregistré : {found.Title.Fr}, {ExerciseWords.Of(ended).Fr} ; le prochain avant le {Session.Locale.ShortDate(exercise.Next)}"));
        return 0;
    }
}
