using NodaTime;

namespace OpsAutomation.Exercises;

/// <summary>A scenario that was practised: the record that a playbook or continuity plan shows.</summary>
public sealed record Exercise
{
    /// <summary>The id: <c>EX-3</c>, numbered per engagement.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of document that was practised.</summary>
    public required string Kind { get; init; }

    /// <summary>The day, in the engagement's zone.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>How it ended.</summary>
    public required ExerciseResult Result { get; init; }

    /// <summary>Who took part, or null.</summary>
    public string? Who { get; init; }

    /// <summary>What was measured and learnt: times kept, what was missing.</summary>
    public required string Learnt { get; init; }

    /// <summary>What follows from it, with the id of its action in the logbook; null for nothing.</summary>
    public string? Action { get; init; }

    /// <summary>The day by which the next one is due.</summary>
    public required LocalDate Next { get; init; }

    /// <summary>Who recorded it.</summary>
    public string? By { get; init; }
}
