namespace OpsAutomation.Exercises;

/// <summary>How exercises ended, in words.</summary>
public static class ExerciseWords
{
    /// <summary>The words of a result.</summary>
    public static LocalizedText Of(ExerciseResult result) => result switch
    {
        ExerciseResult.Passed => new("passed", "réussi"),
        ExerciseResult.Partly => new("partly", "en partie"),
        _ => new("failed", "non réussi"),
    };
}
