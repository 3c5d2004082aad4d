using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Life;

/// <summary>A document in one language as a list of documents shows it.</summary>
/// <param name="Record">What is recorded of it, as of the day asked for.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Rule">Who owns, approves and reads it.</param>
/// <param name="Readers">Who is to read it, and who has; empty while nothing is in force.</param>
public sealed record LifeLine(DocumentRecord Record, DocumentKind Kind, DocumentRule Rule, IReadOnlyList<ReaderStanding> Readers)
{
    /// <summary>Who has not read the version in force.</summary>
    public IEnumerable<Person> Unread => Readers.Where(reader => !reader.HasRead).Select(reader => reader.Person);

    /// <summary>The line of a record.</summary>
    internal static LifeLine Of(Engagement engagement, DocumentRecord record)
    {
        var rule = DocumentRule.Of(engagement, record);
        var people = record.Status != DocumentStatus.Live ? [] : rule.Readers
            .Concat(record.MoreReaders.Select(engagement.FindPerson).OfType<Person>())
            .DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase);
        return new(record, DocumentLibrary.KindOf(record), rule, [.. people.Select(person =>
        {
            var last = record.Acknowledgements.FirstOrDefault(one => one.Person.Equals(person.Id, StringComparison.OrdinalIgnoreCase));
            return new ReaderStanding(person, last, last?.ContentHash == record.ContentHash);
        })]);
    }
}
