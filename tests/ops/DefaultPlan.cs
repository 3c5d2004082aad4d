using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Ops.Tests;

/// <summary>The documents of an engagement that names none.</summary>
internal static class DefaultPlan
{
    public static int Count { get; } = DocumentLibrary.PlanFor(new Engagement
    {
        Id = EngagementId.Parse("lumen"),
        Name = "Atelier Lumen",
        Locale = Locale.FrFr,
        Currency = "EUR",
        Zone = DateTimeZone.Utc,
        Start = new LocalDate(2026, 1, 5),
    }).Count;
}
