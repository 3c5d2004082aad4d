using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Tasks;

/// <summary>The KPIs over tasks. A task is on time by the day, whatever the hour; one done on an unknown day is in no rate.</summary>
internal sealed class TaskPass(PassContext context) : FactPass(FactType.Task, context)
{
    private const long MillisecondsOfDay = 86_400_000L;
    private readonly DayCounts done = new(context.Range);
    private readonly DayCounts overdue = new(context.Range);
    private readonly DayCounts due = new(context.Range);
    private readonly DayCounts onTime = new(context.Range);
    private readonly DayDurations leadTimes = new(context.Range);
    private readonly TeamCapacity capacity = new(context.Engagement, context.WorkingDays, context.Range);

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        var task = TaskDays.Of(record);
        if (task.Done is { } end)
        {
            done.Add(end);
            AddLeadTime(record, end);
        }

        if (task.Due is { } dueDay)
            capacity.Add(record, dueDay);

        // Done on an unknown day: neither late nor in time can be said of it.
        if (task is { IsDone: true, Done: null })
            return;
        if (task.Due is { } deadline)
            overdue.AddSpell(Math.Max(deadline, task.Created ?? deadline), task.Done ?? int.MaxValue);
        if (task.FirstDue is { } first)
        {
            due.Add(first);
            if (task.Done <= first)
                onTime.Add(first);
        }
    }

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period) => kpi switch
    {
        KpiIds.DoneCount => Figure.Of(done.Sum(period)),
        KpiIds.OverdueCount => Figure.Of(overdue.LevelAt(period.To)),
        KpiIds.LeadTimeDays => LeadTime(period, 0.5m),
        KpiIds.LeadTimeDaysP90 => LeadTime(period, 0.9m),
        KpiIds.OnTimeRate => Figure.Ratio(onTime.Sum(period), due.Sum(period), 100m),
        KpiIds.LoadRate => capacity.Load(period),
        _ => Figure.None,
    };

    private Figure LeadTime(DaySpan period, decimal fraction)
    {
        var negative = leadTimes.Negative(period);
        return Figure.Of(leadTimes.Percentile(period, fraction, DayDurations.Day)).Warned(negative == 0
            ? null
            : new(
                $"{negative} tasks were done before they were created; their negative durations are counted as they are.",
                $"{negative} tâches ont été faites avant leur création\u00a0; leurs durées négatives sont comptées telles quelles."));
    }

    private void AddLeadTime(FactRecord record, int end)
    {
        if (record.FindTime(TaskFields.Created) is not { } created || record.FindTime(TaskFields.Completed) is not { } completed)
            return;
        var length = (end - DaySpan.DayOf(created.Date)) * MillisecondsOfDay;
        if (created.HasTime && completed.HasTime)
            length += completed.MillisecondOfDay - created.MillisecondOfDay;
        leadTimes.Add(end, length);
    }
}
