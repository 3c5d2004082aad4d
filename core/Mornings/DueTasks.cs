using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Periods;
using OpsAutomation.Kpis.Tasks;

namespace OpsAutomation.Mornings;

/// <summary>
/// The open tasks of the client's own tools that are late, due today or due soon. A board may hold a hundred thousand cards that nobody ever closed: of
/// each of the three only the first five hundred are kept, those due longest first.
/// </summary>
internal static class DueTasks
{
    private const int Most = 500;

    private static readonly HashSet<FactField> Fields =
    [
        TaskFields.Id, TaskFields.Name, TaskFields.List, TaskFields.Assignee, TaskFields.Status, TaskFields.Created, TaskFields.Due, TaskFields.FirstDue, TaskFields.Completed,
    ];

    /// <summary>Reads them.</summary>
    /// <param name="facts">The facts, or null.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="by">The last day that counts.</param>
    public static IEnumerable<DueTask> Read(IFactSource? facts, LocalDate today, LocalDate by)
    {
        using var reader = facts?.Open(FactType.Task, Fields);
        SortedSet<DueTask> late = [], now = [], soon = [];
        while (reader?.Read() == true)
        {
            var record = reader.Current;
            if (record.State != RecordState.None || TaskDays.Of(record) is not { IsDone: false, Due: { } due })
                continue;
            var day = DaySpan.DateOf(due);
            if (day <= by)
                Keep(day < today ? late : day == today ? now : soon, record, day);
        }

        return [.. late, .. now, .. soon];
    }

    private static void Keep(SortedSet<DueTask> kept, FactRecord record, LocalDate due)
    {
        if (kept.Count >= Most && kept.Max!.Due < due)
            return;
        kept.Add(new(
            record.FindText(TaskFields.Id) ?? record.Key.ToString("x32", null), record.FindText(TaskFields.Name) ?? "", record.FindText(TaskFields.List),
            AssigneeNames.Of(record.FindText(TaskFields.Assignee)) is { Length: > 0 } names ? string.Join(", ", names) : null, due));
        if (kept.Count > Most)
            kept.Remove(kept.Max!);
    }
}
