using System.Globalization;
using OpsAutomation.Jobs;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>What the state of queues means, wherever they are.</summary>
internal static class QueueFindings
{
    private static readonly TimeSpan Old = TimeSpan.FromHours(1);

    /// <summary>Whether something waits for too long.</summary>
    /// <param name="waiting">The queues with messages that are due, with the age of the oldest.</param>
    /// <param name="isHome">Whether they are those of a home, which only an app that runs takes from.</param>
    public static Finding Age(IReadOnlyList<(string Queue, int Count, TimeSpan Age)> waiting, bool isHome)
    {
        var list = string.Join(", ", waiting.Select(one => $"{one.Queue} {one.Count.ToString(CultureInfo.InvariantCulture)} ({Minutes(one.Age)} min)"));
        if (waiting.Count == 0)
            return Finding.Ok("queues", "no message waits", "aucun message n'attend");
        var what = new LocalizedText($"Messages wait: {list}.", $"Des messages attendent\u00a0: {list}.");
        // An attempt to deliver an event may be meant for hours later, which the storage does not tell apart.
        var isOld = waiting.Any(one => one.Age > Old && (isHome || one.Queue != JobQueues.Events));
        return isOld
            ? Finding.Fail("queues", what, isHome
                ? new("Nobody takes them: start the app (ops serve).", "Personne ne les prend\u00a0: démarrez l'application (ops serve).")
                : new("Nobody takes them: see that the app runs, and its log.", "Personne ne les prend\u00a0: vérifiez que l'application tourne, et son journal."))
            : Finding.Ok("queues", what.En, what.Fr);
    }

    /// <summary>Whether messages lie in poison queues, which the app empties within a minute.</summary>
    public static Finding Poison(int count) => count == 0
        ? Finding.Ok("poison", "the poison queues are empty", "les files -poison sont vides")
        : Finding.Fail(
            "poison",
            new($"{count} messages failed for good and nobody has taken them over.", $"{count} messages ont définitivement échoué et personne ne les a repris."),
            new("Start the app: it makes dead letters of them. Then: ops replay.", "Démarrez l'application\u00a0: elle en fait des messages en échec. Puis\u00a0: ops replay."));

    private static string Minutes(TimeSpan age) => ((long)age.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
