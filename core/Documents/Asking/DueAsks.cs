using NodaTime;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Asking;

/// <summary>Who is to be asked about which documents: readers who have not read what is in force, and approvers of drafts.</summary>
internal static class DueAsks
{
    /// <summary>Everybody who is to be asked, each purpose by itself.</summary>
    public static IReadOnlyList<DueAsk> Of(Engagement engagement, IEnumerable<DocumentRecord> records, LocalDate today)
    {
        var lines = LifeReport.Of(engagement, records, today).Lines;
        return
        [
            .. By(AskPurpose.Approval, lines.SelectMany(line => Approvals(engagement, line, today))),
            .. By(AskPurpose.Reading, lines.GroupBy(line => line.Record.Kind, StringComparer.Ordinal).SelectMany(same => Readings(engagement, [.. same], today))),
        ];
    }

    private static IEnumerable<DueAsk> By(AskPurpose purpose, IEnumerable<(Person Person, AskItem Item)> all) => all
        .GroupBy(one => one.Person.Id, StringComparer.OrdinalIgnoreCase)
        .Select(same => new DueAsk(purpose, same.First().Person, [.. same.Select(one => one.Item)]));

    // Each draft is approved for itself, also where it says the same in another language.
    private static IEnumerable<(Person Person, AskItem Item)> Approvals(Engagement engagement, LifeLine line, LocalDate today)
    {
        if (line.Record is { Draft: { } draft } record && record.Status != DocumentStatus.Retired && line.Rule.AsksApprover && line.Rule.ApproverOn(engagement, today) is { } approver)
            yield return (approver, AskItem.Of(record, draft, engagement.LocaleOf(approver).Language));
    }

    // One procedure is read once, in the reader's language where it is there.
    private static IEnumerable<(Person Person, AskItem Item)> Readings(Engagement engagement, IReadOnlyList<LifeLine> languages, LocalDate today)
    {
        var people = languages.SelectMany(line => line.Readers).Select(reader => reader.Person).DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var person in people.Where(person => !person.HasLeft(today)))
        {
            var language = engagement.LocaleOf(person).Language;
            var standings = languages
                .Select(line => (line.Record, Reader: line.Readers.FirstOrDefault(reader => reader.Person.Id.Equals(person.Id, StringComparison.OrdinalIgnoreCase))))
                .Where(one => one.Reader is not null)
                .OrderBy(one => one.Record.Language != language).ThenBy(one => one.Record.Language != engagement.Language)
                .ToList();
            if (standings.Exists(one => one.Reader!.HasRead))
                continue;
            var (record, reader) = standings[0];
            yield return (person, AskItem.Of(record, record.Current, language, reader!.Last?.Version));
        }
    }
}
