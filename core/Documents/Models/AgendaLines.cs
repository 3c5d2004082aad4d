using OpsAutomation.Logbook;

namespace OpsAutomation.Documents.Models;

/// <summary>The Weekly Ops agenda, filled from the week.</summary>
internal static class AgendaLines
{
    /// <summary>The agenda as its template reads it.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var kpis = KpiLines.OffTarget(context);
        var milestones = MilestoneLines.Pressing(context);
        var decisions = LogLines.Open(context, LogKind.Decision);
        var actions = LogLines.DueThisWeek(context);
        var reviews = LogLines.Open(context, LogKind.Improvement).Where(item => item.Due <= LogLines.EndOfWeek(context.Today)).ToList();
        var slots = AgendaTiming.Share(kpis.Count, milestones.Count, decisions.Count, actions.Count, reviews.Count);
        var model = new Values();
        foreach (var slot in slots)
            model[slot.Id] = new Values { ["from"] = slot.From, ["to"] = slot.To, ["minutes"] = slot.Minutes };
        Fill(model, slots[1], kpis, kpi => KpiLines.Model(context, kpi, people));
        Fill(model, slots[2], milestones, milestone => MilestoneLines.Model(context, milestone, people));
        Fill(model, slots[3], decisions, decision => LogLines.Model(context, decision, people));
        Fill(model, slots[4], actions, action => LogLines.Model(context, action, people));
        model["reviews"] = new Values
        {
            ["items"] = reviews.Take(AgendaTiming.MostReviews).Select(item => (object?)ImprovementLines.Line(context, item, people)).ToList(),
            ["more"] = reviews.Count > AgendaTiming.MostReviews ? reviews.Count - AgendaTiming.MostReviews : null,
            ["count"] = reviews.Count,
        };
        model["minutes"] = slots.Sum(slot => slot.Minutes);
        model["weekFrom"] = LogLines.StartOfWeek(context.Today);
        model["weekTo"] = LogLines.EndOfWeek(context.Today);
        model["week"] = context.Locale.PeriodWithYear(LogLines.StartOfWeek(context.Today), LogLines.EndOfWeek(context.Today));
        return model;
    }

    private static void Fill<T>(Values model, AgendaSlot slot, IReadOnlyList<T> items, Func<T, Values> read)
    {
        var part = (Values)model[slot.Id]!;
        part["items"] = items.Take(slot.Shown).Select(item => (object?)read(item)).ToList();
        part["more"] = items.Count > slot.Shown ? items.Count - slot.Shown : null;
        part["count"] = items.Count;
    }
}
