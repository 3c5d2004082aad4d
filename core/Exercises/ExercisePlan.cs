using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Models;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Exercises;

/// <summary>
/// When playbooks and the continuity plan are to be practised: within three months of coming into force, then by the day that the last exercise set, a year
/// later unless it says another. A plan that nobody has practised is a guess.
/// </summary>
public static class ExercisePlan
{
    /// <summary>Months after which one is due for the first time.</summary>
    public const int FirstMonths = 3;

    /// <summary>Months after an exercise that the next is due, where nobody says another day.</summary>
    public const int EveryMonths = 12;

    /// <summary>Whether documents of a kind have a scenario to practise.</summary>
    public static bool HasScenario(DocumentKind kind) => kind.Family == DocumentFamily.Playbook;

    /// <summary>What is due of the documents in force, the earliest first; each document once, whatever its languages.</summary>
    public static IReadOnlyList<DueExercise> Of(IReadOnlyList<DocumentRecord> documents, IReadOnlyList<Exercise> exercises)
    {
        var due = new List<DueExercise>();
        foreach (var kind in DocumentLibrary.Kinds.Where(HasScenario))
        {
            var last = exercises.Where(exercise => exercise.Kind == kind.Id).OrderBy(exercise => exercise.Day).LastOrDefault();
            var live = documents.Where(document => document.Kind == kind.Id && document.Status == DocumentStatus.Live).ToList();
            if (live.Count > 0)
                due.Add(new(kind.Id, last, last?.Next ?? live.Min(document => document.Revisions[0].Day).PlusMonths(FirstMonths)));
        }

        return [.. due.OrderBy(one => one.Due).ThenBy(one => one.Kind, StringComparer.Ordinal)];
    }

    /// <summary>Who sees to the exercise of a document: its owner, by id; null where nobody is.</summary>
    public static string? OwnerOf(Engagement engagement, string kind) =>
        new People(engagement, engagement.Language).OwnerOf(TemplateSource.BuiltIn(kind, engagement.Language))?.Id;
}
