using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Roles;

/// <summary>A line of the table that says whether an OBM or a COO fits.</summary>
/// <param name="From">The smallest headcount.</param>
/// <param name="To">The greatest, or null for no end.</param>
/// <param name="Stages">The stages.</param>
/// <param name="Role">Who fits.</param>
/// <param name="Why">Why.</param>
internal sealed record RoleRule(int From, int? To, IReadOnlyList<CompanyStage> Stages, AdvisedRole Role, LocalizedText Why)
{
    /// <summary>Whether the line is about such a company.</summary>
    public bool Fits(int headcount, CompanyStage stage) => headcount >= From && !(headcount > To) && Stages.Contains(stage);
}
