using System.CommandLine;
using System.Globalization;
using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops checklist list</c>: what was started, and how far it is; of one, its lines.</summary>
internal sealed class ChecklistListCommand : OpsCommand
{
    private readonly Argument<string?> id;
    private readonly Option<string?> engagement;
    private readonly Option<bool> all;
    private readonly Option<bool> json;

    public ChecklistListCommand(Session session)
        : base(session, "list", "Show the checklists that are under way, or the lines of one.", "Afficher les check-lists en cours, ou les lignes de l'une d'elles.")
    {
        id = new Argument<string?>("ID")
        {
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "ID",
            Description = session.Say("one of them, such as CL-3: its lines", "l'une d'elles, comme CL-3\u00a0: ses lignes"),
        };
        Add(id);
        engagement = AddEngagement();
        all = AddFlag("--all", "those that are done too", "aussi celles qui sont terminées");
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var store = new ChecklistStore(open.Home.State, Session.Time);
        var named = parsed.GetValue(id);
        var found = named is null
            ? [.. (await store.ListAsync(open.Id, cancellationToken)).Where(checklist => parsed.GetValue(all) || !checklist.IsDone)]
            : new List<Checklist> { await KnownChecklist.FindAsync(store, open, named, cancellationToken) };
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => ChecklistOutput.Write(writer, found, open.Today));
        else if (named is not null)
            ShowLines(found[0], open.Today);
        else
            ShowAll(found, open.Today);
        return 0;
    }

    private void ShowAll(IReadOnlyList<Checklist> checklists, LocalDate today)
    {
        if (checklists.Count == 0)
        {
            Session.Line(Session.Say("No checklist is under way.", "Aucune check-list n'est en cours."));
            return;
        }

        var table = new TextTable(
            TextColumn.Left(), TextColumn.Left(Session.Say("from", "à partir du")), TextColumn.Right(Session.Say("done", "fait")), TextColumn.Right(Session.Say("late", "en retard")),
            TextColumn.Left());
        foreach (var checklist in checklists)
        {
            table.Add(
                checklist.Id, Session.Locale.ShortDate(checklist.Day), $"{checklist.Done}/{checklist.Lines.Count}",
                checklist.Lines.Count(line => line.IsLate(today)).ToString(CultureInfo.InvariantCulture),
                checklist.For is null ? checklist.Title : $"{checklist.Title} · {checklist.For}");
        }

        table.Write(Session.Out);
    }

    private void ShowLines(Checklist checklist, LocalDate today)
    {
        Session.Line($"{checklist.Id} · {checklist.Title}{(checklist.For is null ? "" : " · " + checklist.For)} · {checklist.Done}/{checklist.Lines.Count}");
        var table = new TextTable(TextColumn.Left(), TextColumn.Left(), TextColumn.Left(Session.Say("due", "échéance")), TextColumn.Left(Session.Say("who", "qui")), TextColumn.Left());
        foreach (var line in checklist.Lines)
        {
            var due = line.Due is { } day ? Session.Locale.ShortDate(day) + (line.IsLate(today) ? Session.Say(" (late)", " (en retard)") : "") : "–";
            var done = line.DoneOn is { } ticked ? $"☑ {Session.Locale.ShortDate(ticked)}{(line.DoneBy is null ? "" : ", " + line.DoneBy)}" : "☐";
            table.Add($"{checklist.Id}-{line.Number}", done, due, line.Who ?? "–", line.Text);
        }

        table.Write(Session.Out);
    }
}
