using NodaTime;

namespace OpsAutomation.Documents.Packs;

/// <summary>Where a document of a pack stands, in words.</summary>
internal static class PackStatus
{
    /// <summary>A document that was published.</summary>
    public static LocalizedText Of(DocumentRecord record, LocalDate today) => (record.Status, record.ReviewBy < today, record.Provisional) switch
    {
        (DocumentStatus.Retired, _, _) => new("retired", "retirée"),
        (DocumentStatus.Draft, _, _) => new("draft", "brouillon"),
        (_, true, _) => new("due for review", "à réviser"),
        (_, _, true) => new("provisional", "provisoire"),
        _ => new("live", "en vigueur"),
    };

    /// <summary>A document that was written for the pack.</summary>
    /// <param name="isTranslation">Whether it is published in the other language.</param>
    public static LocalizedText Unpublished(bool isTranslation) => isTranslation
        ? new("translation, not in force", "traduction, pas en vigueur")
        : new("model, not adopted", "modèle, non adopté");
}
