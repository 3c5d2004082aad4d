namespace OpsAutomation.Exercises;

/// <summary>How an exercise ended.</summary>
public enum ExerciseResult
{
    /// <summary>Everything that was asked for was done in time.</summary>
    Passed,

    /// <summary>Some of it was not.</summary>
    Partly,

    /// <summary>It was not.</summary>
    Failed,
}
