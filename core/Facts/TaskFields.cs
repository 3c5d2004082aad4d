namespace OpsAutomation.Facts;

/// <summary>A task or card.</summary>
public static class TaskFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.Task);

    /// <summary>The vendor's id.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>The title.</summary>
    public static readonly FactField Name = Schema.Text("name");

    /// <summary><c>open</c> or <c>done</c>.</summary>
    public static readonly FactField Status = Schema.Text("status");

    /// <summary>The vendor's status, section or list as written.</summary>
    public static readonly FactField Stage = Schema.Text("stage");

    /// <summary>The list or project.</summary>
    public static readonly FactField List = Schema.Text("list");

    /// <summary>Tags or labels, separated by <c>;</c>.</summary>
    public static readonly FactField Tags = Schema.Text("tags");

    /// <summary>The person responsible.</summary>
    public static readonly FactField Assignee = Schema.Text("assignee");

    /// <summary>The priority as written.</summary>
    public static readonly FactField Priority = Schema.Text("priority");

    /// <summary>When it was created.</summary>
    public static readonly FactField Created = Schema.Time("created");

    /// <summary>When work was planned to start.</summary>
    public static readonly FactField Start = Schema.Time("start");

    /// <summary>When it is due.</summary>
    public static readonly FactField Due = Schema.Time("due");

    /// <summary>The first due date where the export gives it.</summary>
    public static readonly FactField FirstDue = Schema.Time("firstDue");

    /// <summary>When it was done.</summary>
    public static readonly FactField Completed = Schema.Time("completed");

    /// <summary>The estimate, in hours.</summary>
    public static readonly FactField EstimatedHours = Schema.Number("estimatedHours");

    /// <summary>The time spent, in hours.</summary>
    public static readonly FactField SpentHours = Schema.Number("spentHours");

    /// <summary>When the vendor last changed the record.</summary>
    public static readonly FactField Modified = Schema.Time("modified");
}
