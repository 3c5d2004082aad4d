using OpsAutomation.Documents;
using OpsAutomation.Exercises;

namespace OpsAutomation.Ops.Commands;

/// <summary>The document that an exercise is of.</summary>
internal static class ExerciseKind
{
    /// <summary>The kind of that id.</summary>
    /// <exception cref="OpsException">Wrong usage: it has no scenario.</exception>
    public static DocumentKind Find(string id)
    {
        var known = DocumentLibrary.Kinds.Where(ExercisePlan.HasScenario).ToList();
        return known.Find(kind => kind.Id == id) ?? throw OpsException.WrongUsage(
            $"Exercises are of {string.Join(", ", known.Select(kind => kind.Id))}.",
            $"Les exercices portent sur {string.Join(", ", known.Select(kind => kind.Id))}.");
    }
}
