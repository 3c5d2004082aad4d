using System.CommandLine;
using NodaTime;
using OpsAutomation.Logbook;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops decision|action|risk|improvement list</c>.</summary>
internal sealed class LogListCommand : OpsCommand
{
    private readonly LogKind kind;
    private readonly Option<string?> engagement;
    private readonly Option<bool> all;
    private readonly Option<bool> json;

    public LogListCommand(Session session, LogKind kind)
        : base(session, "list", "Show the open ones.", "Afficher ceux qui sont ouverts.")
    {
        this.kind = kind;
        engagement = AddEngagement();
        all = AddFlag("--all", "closed ones too", "aussi ceux qui sont clos");
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var items = await new LogbookStore(open.Home.State, Session.Time).ListAsync(open.Id, kind, openOnly: !parsed.GetValue(all), cancellationToken);
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => LogItemJson.Write(writer, items));
        else
            Show(items, open);
        return 0;
    }

    private void Show(IReadOnlyList<LogItem> items, OpenEngagement open)
    {
        if (items.Count == 0)
        {
            Session.Line(Session.Say(LogWords.NoneOf(kind)));
            return;
        }

        var table = new TextTable(TextColumn.Left(), TextColumn.Left(kind == LogKind.Improvement ? Session.Say("review", "revue") : Session.Say("due", "échéance")), TextColumn.Left(Session.Say("owner", "responsable")), TextColumn.Left());
        foreach (var item in items)
            table.Add(item.Id, DueOf(item, open.Today), open.Engagement.FindPerson(item.Owner)?.Name ?? item.Owner ?? "–", TextOf(item));
        table.Write(Session.Out);
    }

    private string DueOf(LogItem item, LocalDate today) => item.Due is not { } due
        ? "–"
        : Session.Locale.ShortDate(due) + (item.Open && due < today ? Session.Say(" (late)", " (en retard)") : "");

    private string TextOf(LogItem item)
    {
        var text = item.Text;
        if (item.Recommendation is { } recommended)
            text += " · " + recommended;
        if (item.Cause is { } cause)
            text += Session.Say($" · cause: {cause}", $" · cause\u00a0: {cause}");
        if (item.Change is { } change)
            text += Session.Say($" · change: {change}", $" · changement\u00a0: {change}");
        return item.Open ? text : $"{text} → {item.Outcome ?? Session.Say("closed", "clos")}{(item.ClosedOn is { } day ? $", {Session.Locale.ShortDate(day)}" : "")}";
    }
}
