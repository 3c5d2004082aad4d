using NodaTime;

namespace OpsAutomation.Checklists;

/// <summary>A checklist that was started: its lines are those of the document's version on that day, whatever becomes of the document.</summary>
public sealed record Checklist
{
    /// <summary>The id: <c>CL-3</c>, numbered per engagement. A line is <c>CL-3-2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of document that it was started from.</summary>
    public required string Kind { get; init; }

    /// <summary>The title of that document.</summary>
    public required string Title { get; init; }

    /// <summary>The version of that document.</summary>
    public required int Version { get; init; }

    /// <summary>What it is for, such as a client's name; null for nothing in particular.</summary>
    public string? For { get; init; }

    /// <summary>The day that its days count from.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The day it was started on, in the engagement's zone.</summary>
    public required LocalDate Started { get; init; }

    /// <summary>Who started it, or what: a person, a schedule, an event.</summary>
    public string? By { get; init; }

    /// <summary>The lines, by number.</summary>
    public required IReadOnlyList<ChecklistLine> Lines { get; init; }

    /// <summary>How many lines are ticked.</summary>
    public int Done => Lines.Count(line => line.DoneOn is not null);

    /// <summary>Whether every line is ticked.</summary>
    public bool IsDone => Done == Lines.Count;

    /// <summary>The day on which the last line was ticked; null while one is open.</summary>
    public LocalDate? DoneOn => IsDone ? Lines.Max(line => line.DoneOn) : null;
}
