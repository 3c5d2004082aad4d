using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Runs;

/// <summary>The order in which an engagement's documents are written: what lasts first, since agendas and status sheets tell of it.</summary>
internal static class DocumentPlan
{
    /// <summary>The documents that last.</summary>
    public static IReadOnlyList<DocumentKind> Lasting(Engagement engagement) =>
        [.. DocumentLibrary.PlanFor(engagement).Where(kind => kind.Family != DocumentFamily.Cadence)];

    /// <summary>The documents that are written anew for each meeting or report.</summary>
    public static IReadOnlyList<DocumentKind> Cadence(Engagement engagement) =>
        [.. DocumentLibrary.PlanFor(engagement).Where(kind => kind.Family == DocumentFamily.Cadence)];
}
