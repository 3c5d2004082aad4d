using System.CommandLine;
using OpsAutomation.Checklists;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops exercise start</c>: the scenario, and the steps of the playbook as a checklist to tick while it is practised.</summary>
internal sealed class ExerciseStartCommand : OpsCommand
{
    private readonly Argument<string> kind;
    private readonly Option<string?> engagement;
    private readonly Option<string?> by;

    public ExerciseStartCommand(Session session)
        : base(session, "start", "Start an exercise: its scenario, and a checklist to tick.", "Démarrer un exercice : son scénario, et une check-list à cocher.")
    {
        kind = AddWord("KIND", "the playbook, such as playbook-outage", "le plan, comme playbook-outage");
        engagement = AddEngagement();
        by = AddValue("--by", "WHO", "who starts it", "qui le démarre");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var found = ExerciseKind.Find(parsed.GetValue(kind)!);
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var standing = await new StandingReader(open.Home.Blobs, open.Home.State, Session.Time).ReadAsync(open.Engagement, open.Today, open.Today, cancellationToken);
        var document = await new DocumentPublisher(open.Home.Blobs, open.Home.State).InForceAsync(standing, found.Id, cancellationToken: cancellationToken);
        var scenario = document.Markdown.Split('\n').FirstOrDefault(line => line.StartsWith("**Scen", StringComparison.Ordinal) || line.StartsWith("**Scén", StringComparison.Ordinal));
        if (scenario is not null)
            Session.Line(scenario.Replace("**", "", StringComparison.Ordinal));
        // A plan without boxes is practised from its page.
        if (document.Markdown.Contains("- [ ] ", StringComparison.Ordinal) || document.Markdown.Contains("| ☐ |", StringComparison.Ordinal))
        {
            var start = new ChecklistStart(open.Today, open.Today) { For = open.Engagement.Language == Language.French ? "exercice" : "exercise", By = parsed.GetValue(by) };
            var checklist = await new ChecklistStore(open.Home.State, Session.Time).StartAsync(open.Engagement, document, start, cancellationToken);
            Session.Line(Session.Say($"{checklist.Id} started: {checklist.Lines.Count} lines. See: ops checklist list {checklist.Id} -e {open.Id}", $"{checklist.Id} démarrée : {checklist.Lines.Count} lignes. Voir : ops checklist list {checklist.Id} -e {open.Id}"));
        }

        Session.Line(Session.Say(
            $"Afterwards: ops exercise record {found.Id} -e {open.Id} --result passed --learnt TEXT",
            $"Ensuite : ops exercise record {found.Id} -e {open.Id} --result passed --learnt TEXTE"));
        return 0;
    }
}
