using OpsAutomation.Audit;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Exercises;

/// <summary>The exercises of engagements, numbered without gaps; what was recorded stays.</summary>
public sealed class ExerciseStore(IStateStore state, TimeProvider time)
{
    private const int Attempts = 50;
    private const int LongestText = 1000;
    private static readonly NumberedRecords Records = new("exercises", "EX-");

    /// <summary>Records an exercise; its id is given here.</summary>
    /// <exception cref="OpsException">Retriable: others kept recording at the same moment.</exception>
    public async Task<Exercise> AddAsync(EngagementId engagement, Exercise exercise, CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var number = await Records.LastAsync(state, engagement, cancellationToken).ConfigureAwait(false) + 1;
            var added = exercise with
            {
                Id = Records.IdOf(number),
                Learnt = CleanText.Clip(exercise.Learnt, 200, LongestText),
                Who = exercise.Who is { } who ? CleanText.Clip(who, 60, 300) : null,
                Action = exercise.Action is { } action ? CleanText.Clip(action, 100, 500) : null,
            };
            try
            {
                await state.CommitAsync(
                    engagement,
                    [StateChange.Insert(Records.KeyOf(number), DocumentJson.Write(added)), AuditLog.LineOf(time, exercise.By, AuditAction.ExerciseRecorded, added.Id)],
                    cancellationToken).ConfigureAwait(false);
                return added;
            }
            catch (StateConflictException)
            {
                // Somebody took the number.
            }
        }

        throw OpsException.Retriable(
            "Others are recording exercises at the same moment. Nothing was changed: try again.",
            "D'autres enregistrent des exercices au même moment. Rien n'a été modifié\u00a0: réessayez.");
    }

    /// <summary>The exercises, by number.</summary>
    public async Task<IReadOnlyList<Exercise>> ListAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var all = new List<Exercise>();
        await foreach (var found in state.ListAsync(engagement, Records.Collection, "", cancellationToken).ConfigureAwait(false))
            all.Add(DocumentJson.ReadExercise(found.Value));
        return all;
    }
}
