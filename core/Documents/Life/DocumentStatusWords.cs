using NodaTime;

namespace OpsAutomation.Documents.Life;

/// <summary>Where a document stands, in the words of the field.</summary>
public static class DocumentStatusWords
{
    /// <summary>Of the version in force; of one that is not in force, of the document.</summary>
    public static LocalizedText Of(DocumentRecord record, LocalDate today) => record.Status switch
    {
        DocumentStatus.Retired => new("retired", "retirée"),
        DocumentStatus.Draft => new("draft", "brouillon"),
        DocumentStatus.Approved => new("approved", "validée"),
        _ when record.IsDueOn(today) => new("due for review", "à réviser"),
        _ when record.Provisional => new("provisional", "provisoire"),
        _ => new("live", "en vigueur"),
    };

    /// <summary>The same for programs: <c>draft</c>, <c>approved</c>, <c>live</c>, <c>due for review</c>, <c>retired</c>.</summary>
    public static string Code(DocumentRecord record, LocalDate today) => record.Status switch
    {
        DocumentStatus.Retired => "retired",
        DocumentStatus.Draft => "draft",
        DocumentStatus.Approved => "approved",
        _ => record.IsDueOn(today) ? "due for review" : "live",
    };
}
