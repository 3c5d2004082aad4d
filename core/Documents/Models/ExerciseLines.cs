using NodaTime;
using OpsAutomation.Exercises;

namespace OpsAutomation.Documents.Models;

/// <summary>The exercises of a document, as its record shows them.</summary>
internal static class ExerciseLines
{
    private const int Shown = 6;

    /// <summary>The latest ones, the last first.</summary>
    public static List<object?> Models(DocumentContext context, string kind) =>
    [
        .. Of(context, kind).Take(Shown).Select(exercise => (object?)new Values
        {
            ["day"] = exercise.Day,
            ["result"] = ExerciseWords.Of(exercise.Result).In(context.Language),
            ["who"] = exercise.Who,
            ["learnt"] = exercise.Learnt,
            ["action"] = exercise.Action,
        }),
    ];

    /// <summary>The day by which the next is due; null where none was held.</summary>
    public static LocalDate? Next(DocumentContext context, string kind) => Of(context, kind).FirstOrDefault()?.Next;

    private static IEnumerable<Exercise> Of(DocumentContext context, string kind) =>
        context.Exercises.Where(exercise => exercise.Kind == kind).OrderByDescending(exercise => exercise.Day).ThenByDescending(exercise => exercise.Id.Length).ThenByDescending(exercise => exercise.Id, StringComparer.Ordinal);
}
