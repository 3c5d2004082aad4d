using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Asking;

/// <summary>Looks into what people were asked for.</summary>
public static class AskRecords
{
    /// <summary>The day on which a person was asked about a content of a document; null where that was not asked.</summary>
    public static LocalDate? On(this IEnumerable<AskRecord> records, AskPurpose purpose, Person person, DocumentRecord document, string contentHash) => records
        .FirstOrDefault(record => record.Purpose == purpose && record.Person.Equals(person.Id, StringComparison.OrdinalIgnoreCase))
        ?.On(AskItem.DocumentOf(document.Language, document.Kind), contentHash);
}
