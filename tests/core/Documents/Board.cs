using OpsAutomation.Facts;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Documents;

/// <summary>The production board of the company that documents are written for: late, due and coming tasks, with and without hours and names.</summary>
internal static class Board
{
    /// <summary>The facts with the tasks of the board added.</summary>
    public static InMemoryFactSource WithTasks(InMemoryFactSource facts) => facts.Add(
        Task("T-1", "Plans de l'Hôtel Azur, reprise", "2026-11-12", 6, "Samir Haddad", "Production"),
        Task("T-2", "Notice de maintenance du musée", "2026-11-19", null, "Inès Petit", "Production"),
        Task("T-3", "Commande des luminaires, gare", "2026-11-23", 3, "Inès Petit", "Achats"),
        Task("T-4", "Pose à l'Hôtel Azur", "2026-11-26", 26, "samir", "Chantiers"),
        Task("T-5", "Études du musée", "2026-12-02", 34.5m, "Samir Haddad", "Production"),
        Task("T-6", "Mise en lumière de la gare", "2026-12-10", 20, "Inès Petit", "Chantiers"),
        Task("T-7", "Essais de nuit", "2026-12-16", 24, "Samir Haddad; Inès Petit", "Chantiers"),
        Task("T-8", "Réception du chantier Azur", "2026-12-29", 9, "samir@atelier-lumen.example", "Chantiers"),
        Task("T-9", "Dossier des subventions", "2027-01-07", 12, "Lou Marchand", "Production"),
        Task("T-10", "Photographies du musée", "2027-01-14", 4, null, "Communication"),
        Task("T-11", "Salon du printemps", "2027-03-15", 40, "Inès Petit", "Communication"),
        new TaskBuilder().With(TaskFields.Id, "T-12").Name("Déjà faite").Due("2026-11-10").Estimated(50).With(TaskFields.Assignee, "Samir Haddad").Done("2026-11-09").Build(),
        new TaskBuilder().With(TaskFields.Id, "T-13").Name("Archivée").Due("2026-11-10").Estimated(50).With(TaskFields.Assignee, "Samir Haddad").State(RecordState.Archived).Build());

    private static FactRecord Task(string id, string name, string due, decimal? hours, string? who, string list)
    {
        var task = new TaskBuilder().With(TaskFields.Id, id).Name(name).Due(due).List(list);
        if (hours is { } known)
            task = task.Estimated(known);
        return (who is null ? task : task.With(TaskFields.Assignee, who)).Build();
    }
}
