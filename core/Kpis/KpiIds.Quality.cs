namespace OpsAutomation.Kpis;

public static partial class KpiIds
{
    /// <summary>Complaint rate.</summary>
    public const string ComplaintRate = "quality.complaint-rate";

    /// <summary>Reopened tickets over tickets closed; by a mark set in the engagement, else nothing.</summary>
    public const string ReopenedRate = "quality.reopened-rate";

    /// <summary>First-contact resolution.</summary>
    public const string FirstContactResolution = "quality.first-contact-resolution";
}
