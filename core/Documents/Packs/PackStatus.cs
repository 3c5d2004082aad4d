using NodaTime;
using OpsAutomation.Documents.Life;

namespace OpsAutomation.Documents.Packs;

/// <summary>Where a document of a pack stands, in words.</summary>
internal static class PackStatus
{
    /// <summary>A document that was published.</summary>
    public static LocalizedText Of(DocumentRecord record, LocalDate today) => DocumentStatusWords.Of(record, today);

    /// <summary>A document that was written for the pack.</summary>
    /// <param name="isTranslation">Whether it is published in the other language.</param>
    public static LocalizedText Unpublished(bool isTranslation) => isTranslation
        ? new("translation, not in force", "traduction, pas en vigueur")
        : new("model, not adopted", "modèle, non adopté");
}
