using OpsAutomation.Checklists;

namespace OpsAutomation.Ops.Commands;

/// <summary>A checklist that somebody names.</summary>
internal static class KnownChecklist
{
    /// <summary>The checklist of that id.</summary>
    /// <exception cref="OpsException">Refused: there is none.</exception>
    public static async Task<Checklist> FindAsync(ChecklistStore store, OpenEngagement open, string id, CancellationToken cancellationToken) =>
        await store.FindAsync(open.Id, id, cancellationToken) ?? throw OpsException.Refused(
            $"There is no checklist {id}. See: ops checklist list --all -e {open.Id}",
            $"Il n'y a pas de check-list {id}. Voir\u00a0: ops checklist list --all -e {open.Id}");
}
