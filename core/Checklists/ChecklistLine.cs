using NodaTime;

namespace OpsAutomation.Checklists;

/// <summary>One thing to do and to tick.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Text">What is to be done.</param>
public sealed record ChecklistLine(int Number, string Text)
{
    /// <summary>Who does it, as the document names them; null where it names nobody.</summary>
    public string? Who { get; init; }

    /// <summary>The id of the person of the engagement whom that is, as the people were when it was started; null where it is nobody of them.</summary>
    public string? Person { get; init; }

    /// <summary>Who does it, to be shown or looked up: the person's id, else what the document says; null for nobody.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Assignee => Person ?? Who;

    /// <summary>The day by which; null where the document names none.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>What shows that it is done, or null.</summary>
    public string? Proof { get; init; }

    /// <summary>The day on which it was ticked, in the engagement's zone; null while it is open.</summary>
    public LocalDate? DoneOn { get; init; }

    /// <summary>Who ticked it.</summary>
    public string? DoneBy { get; init; }

    /// <summary>What was noted when it was ticked, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is open past its day.</summary>
    public bool IsLate(LocalDate today) => DoneOn is null && Due < today;
}
