using System.CommandLine;
using OpsAutomation.Checklists;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops checklist tick|reopen</c>: says that a line is done, or is not after all.</summary>
internal sealed class ChecklistTickCommand : OpsCommand
{
    private readonly bool isDone;
    private readonly Argument<string> id;
    private readonly Option<string?> engagement;
    private readonly Option<string?> by;
    private readonly Option<string?>? note;

    public ChecklistTickCommand(Session session, bool isDone)
        : base(
            session, isDone ? "tick" : "reopen",
            isDone ? "Tick a line." : "Open a ticked line again.",
            isDone ? "Cocher une ligne." : "Rouvrir une ligne cochée.")
    {
        this.isDone = isDone;
        id = AddWord("ID", "the line, such as CL-3-2", "la ligne, comme CL-3-2");
        engagement = AddEngagement();
        by = AddValue("--by", "WHO", "who says so", "qui le dit", required: true);
        if (isDone)
            note = AddValue("--note", "TEXT", "what shows it", "ce qui le montre");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var store = new ChecklistStore(open.Home.State, Session.Time);
        var (line, who) = (parsed.GetValue(id)!, parsed.GetValue(by));
        var checklist = isDone
            ? await store.TickAsync(open.Id, line, who, note is null ? null : parsed.GetValue(note), open.Today, cancellationToken)
            : await store.ReopenAsync(open.Id, line, who, cancellationToken);
        var progress = Session.Say($"{checklist.Done} of {checklist.Lines.Count}", $"{checklist.Done} sur {checklist.Lines.Count}");
        Session.Line(isDone
            ? Session.Say($"{line} ticked. {checklist.Title}: {progress}", $"{line} cochée. {checklist.Title}\u00a0: {progress}")
            : Session.Say($"{line} opened again. {checklist.Title}: {progress}", $"{line} rouverte. {checklist.Title}\u00a0: {progress}"));
        return 0;
    }
}
