using OpsAutomation.Facts;
using OpsAutomation.Kpis.Periods;
using OpsAutomation.Kpis.Tasks;

namespace OpsAutomation.Documents.Workload;

/// <summary>Adds the open tasks of the client's own tools: the hours estimated less those spent, never below zero.</summary>
internal static class TaskLoad
{
    private static readonly HashSet<FactField> Fields =
    [
        TaskFields.Status, TaskFields.Created, TaskFields.Due, TaskFields.FirstDue, TaskFields.Completed, TaskFields.Assignee, TaskFields.EstimatedHours, TaskFields.SpentHours,
    ];

    /// <summary>Reads them.</summary>
    public static void Add(LoadSums load, IFactSource? facts)
    {
        using var reader = facts?.Open(FactType.Task, Fields);
        while (reader?.Read() == true)
        {
            var record = reader.Current;
            if (record.State != RecordState.None || TaskDays.Of(record) is not { IsDone: false, Due: { } due })
                continue;
            var left = record.FindNumber(TaskFields.EstimatedHours) is { } estimate ? Math.Max(0m, estimate - record.GetNumber(TaskFields.SpentHours)) : (decimal?)null;
            load.Add(record.FindText(TaskFields.Assignee), DaySpan.DateOf(due), left);
        }
    }
}
