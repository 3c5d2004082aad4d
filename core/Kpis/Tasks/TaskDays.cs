using OpsAutomation.Facts;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Tasks;

/// <summary>The days of the task under the cursor.</summary>
/// <param name="IsDone">Whether it is done, on whatever day.</param>
/// <param name="Created">The day of its creation, or null.</param>
/// <param name="Due">The day it is due, or null.</param>
/// <param name="FirstDue">The day it was first due where that is known, else the day it is due.</param>
/// <param name="Done">The day it was done; null while it is open and where that is not known.</param>
internal readonly record struct TaskDays(bool IsDone, int? Created, int? Due, int? FirstDue, int? Done)
{
    /// <summary>Reads a task.</summary>
    public static TaskDays Of(FactRecord task)
    {
        var isDone = task.Has(TaskFields.Status)
            ? task.GetUtf8(TaskFields.Status).SequenceEqual("done"u8)
            : task.Has(TaskFields.Completed);
        var due = DayOf(task, TaskFields.Due);
        return new(
            isDone,
            DayOf(task, TaskFields.Created),
            due,
            DayOf(task, TaskFields.FirstDue) ?? due,
            isDone ? DayOf(task, TaskFields.Completed) : null);
    }

    private static int? DayOf(FactRecord task, FactField field) => task.FindTime(field) is { } time ? DaySpan.DayOf(time.Date) : null;
}
