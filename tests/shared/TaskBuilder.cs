using OpsAutomation.Facts;

namespace OpsAutomation.Testing;

/// <summary>Builds a task; an open one created on 2026-01-05 where nothing else is said.</summary>
public sealed class TaskBuilder : FactBuilderOf<TaskBuilder>
{
    public TaskBuilder()
        : base(FactType.Task) => With(TaskFields.Status, "open").With(TaskFields.Created, "2026-01-05");

    public TaskBuilder Name(string name) => With(TaskFields.Name, name);

    public TaskBuilder Created(string when) => With(TaskFields.Created, when);

    public TaskBuilder Due(string when) => With(TaskFields.Due, when);

    public TaskBuilder Done(string when) => With(TaskFields.Status, "done").With(TaskFields.Completed, when);

    public TaskBuilder List(string list) => With(TaskFields.List, list);

    public TaskBuilder Tags(string tags) => With(TaskFields.Tags, tags);

    public TaskBuilder Estimated(decimal hours) => With(TaskFields.EstimatedHours, hours);
}
