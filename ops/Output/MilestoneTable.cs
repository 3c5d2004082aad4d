using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Milestones;

namespace OpsAutomation.Ops.Output;

/// <summary>Shows the 30-60-90 plan to a person: a line for each milestone, and under those under way their exit criteria.</summary>
internal sealed class MilestoneTable(Session session, Engagement engagement)
{
    private readonly Locale locale = session.Locale;

    /// <summary>Writes the plan.</summary>
    public void Write(MilestoneReport report)
    {
        var day = NodaTime.Period.DaysBetween(report.Start, report.AsOf);
        session.Line($"{engagement.Name} · {locale.PlanDay(day)} · {locale.LongDate(report.AsOf)}");
        session.Line();
        var table = new TextTable(TextColumn.Left(), TextColumn.Left(), TextColumn.Left(), TextColumn.Right(), TextColumn.Left());
        foreach (var milestone in report.Milestones)
            table.Add(milestone.Id, session.Say(milestone.Title), StateOf(milestone), CriteriaOf(milestone), DatesOf(milestone));
        table.Write(session.Out);

        foreach (var milestone in report.Milestones.Where(milestone => milestone.Status is not (MilestoneState.Done or MilestoneState.DoneLate or MilestoneState.Upcoming)))
            WriteCriteria(milestone);
        foreach (var warning in report.Warnings)
        {
            session.Line();
            session.Line(session.Say(warning));
        }
    }

    private string StateOf(MilestoneStatus milestone) =>
        session.Say(MilestoneStateWords.Marked(milestone.Status)) + (milestone.DueSoon ? session.Say(", due soon", ", échéance proche") : "");

    private string CriteriaOf(MilestoneStatus milestone) =>
        $"{milestone.Criteria.Count(criterion => criterion.Met)}/{milestone.Criteria.Count}";

    private string DatesOf(MilestoneStatus milestone)
    {
        var due = session.Say("due ", "échéance ") + locale.ShortDate(milestone.Due);
        if (milestone.FirstDue != milestone.Due)
            due += session.Say(", first ", ", initialement ") + locale.ShortDate(milestone.FirstDue) + (milestone.Reason is { } reason ? $" ({reason})" : "");
        if (milestone.DoneOn is { } done)
            due += session.Say(", done ", ", atteint le ") + locale.ShortDate(done);
        return due + (NameOf(milestone.Owner) is { } owner ? " · " + owner : "");
    }

    private void WriteCriteria(MilestoneStatus milestone)
    {
        session.Line();
        session.Line($"{milestone.Id} · {session.Say(milestone.Title)}");
        foreach (var criterion in milestone.Criteria)
        {
            var evidence = criterion.Evidence is { } shown ? $" — {session.Say(shown)}" : "";
            var owner = NameOf(criterion.Owner) is { } name ? $" · {name}" : "";
            var mark = criterion.Met ? "✓" : "–";
            session.Line($"  {mark} {criterion.Id}  {session.Say(criterion.Text)}{owner}{evidence}");
        }
    }

    private string? NameOf(string? owner) => engagement.FindPerson(owner)?.Name ?? owner;
}
