using NodaTime;
using OpsAutomation.Locales;

namespace OpsAutomation.Engagements;

/// <summary>What <c>ops init</c> knows of a new engagement; null takes the default of the locale.</summary>
/// <param name="Id">The engagement's id.</param>
/// <param name="Name">The client company's name.</param>
/// <param name="Language">The language of the comments, and of the default locale: fr-FR or en-US.</param>
/// <param name="Start">J+0 of the plan.</param>
/// <param name="Locale">The client's locale.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Size">The size of the client.</param>
public sealed record TemplateRequest(
    EngagementId Id,
    string Name,
    Language Language,
    LocalDate Start,
    Locale? Locale = null,
    string? Currency = null,
    string? Zone = null,
    EngagementSize Size = EngagementSize.Small);
