using NodaTime;
using OpsAutomation.Documents.DataRoom;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;

namespace OpsAutomation.Documents.Models;

/// <summary>The data-room index as its template reads it: what there is, of which version and day; what is missing, and who gives it.</summary>
internal static class DataRoomLines
{
    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var sections = DataRoomIndex.Sections
            .Select(section => (section.Title, Lines: section.Papers.Select(paper => Line(context, people, paper)).ToList())).ToList();
        var known = DataRoomIndex.Sections.SelectMany(section => section.Papers).Select(paper => paper.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = context.Engagement.DataRoom.Where(item => !known.Contains(item.Item)).Select(item => Outside(people, item.Item, item, PersonRole.Sponsor)).ToList();
        if (others.Count > 0)
            sections.Add((new("Others", "Autres"), others));
        var all = sections.SelectMany(section => section.Lines).ToList();
        return new()
        {
            ["sections"] = sections.Select(section => (object?)new Values { ["title"] = section.Title.In(context.Language), ["lines"] = section.Lines.Cast<object?>().ToList() }).ToList(),
            ["there"] = all.Count(line => line["there"] is true),
            ["count"] = all.Count,
            ["missing"] = all.Where(line => line["there"] is false).GroupBy(line => (string)line["who"]!, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (object?)new Values { ["who"] = group.Key, ["count"] = group.Count(), ["titles"] = string.Join(context.Language == Language.French ? "\u00a0; " : "; ", group.Select(line => line["title"])) })
                .ToList(),
            ["critical"] = DocumentLibrary.CriticalSops(context.Engagement).Count,
            ["sops"] = context.Documents
                .Where(record => record.Status == DocumentStatus.Live && record.Kind.StartsWith("sop-", StringComparison.Ordinal))
                .GroupBy(record => record.Kind, StringComparer.Ordinal)
                .Select(same => same.FirstOrDefault(record => record.Language == context.Language) ?? same.First())
                .OrderBy(record => record.Title, StringComparer.Ordinal)
                .Select(record => (object?)new Values { ["title"] = record.Title, ["version"] = record.Version, ["on"] = record.PublishedOn }).ToList(),
        };
    }

    private static Values Line(DocumentContext context, People people, DataRoomPaper paper)
    {
        var title = paper.Title.In(context.Language);
        // What the engagement's file says of it holds, since a person wrote it.
        if (context.Engagement.DataRoom.FirstOrDefault(item => item.Item.Equals(paper.Id, StringComparison.OrdinalIgnoreCase)) is { } outside)
            return Outside(people, title, outside, paper.From);
        var who = Giver(people, null, paper.From);
        if (paper.Kind is { } kind && Record(context, kind) is { } record)
            return Entry(title, true, record.PublishedOn, $"v{record.Version}", null, who);
        if (paper.Fact is { } fact && LatestOf(context, fact) is { } taken)
            return Entry(title, true, taken, "export", null, who);
        return Entry(title, false, null, null, null, who);
    }

    private static Values Outside(People people, string title, DataRoomItem item, PersonRole from) =>
        Entry(title, item.Date is not null, item.Date, item.Version, item.Place, Giver(people, item.Owner, from));

    private static Values Entry(string title, bool there, LocalDate? date, string? version, string? place, string who) => new()
    {
        ["title"] = title,
        ["there"] = there,
        ["on"] = date,
        ["version"] = version,
        ["place"] = place,
        ["who"] = who,
    };

    private static string Giver(People people, string? owner, PersonRole role) => owner is not null
        ? people.Name(owner)
        : people.NameOrRole(role, PersonRole.Sponsor, PersonRole.Ceo, PersonRole.Relay);

    private static DocumentRecord? Record(DocumentContext context, string kind)
    {
        var live = context.Documents.Where(record => record.Kind == kind && record.Status == DocumentStatus.Live).ToList();
        return live.FirstOrDefault(record => record.Language == context.Language) ?? live.FirstOrDefault();
    }

    private static LocalDate? LatestOf(DocumentContext context, FactType fact) => context.Imports
        .Where(import => !import.IsEvents && import.Facts.Any(count => count.Type == fact && count.Accepted > 0))
        .Select(import => (LocalDate?)import.Taken).Max();
}
