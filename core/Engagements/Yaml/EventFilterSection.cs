using OpsAutomation.Events;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>types</c> and <c>where</c> of an endpoint: a pattern that can match nothing is a slip, and an error.</summary>
internal sealed class EventFilterSection(ReadingContext context, Engagement engagement)
{
    public EventFilter Read(YamlFields item)
    {
        var types = item.Texts("types");
        foreach (var type in types.Where(type => !EventTypes.All.Any(known => EventFilter.Matches(type.Text, known))))
            context.Errors.Add(type.Line, type.Path, TypeExpected(type.Text));
        var filter = EventFilter.Everything with { Types = [.. types.Select(type => type.Text)] };
        return item.Fields("where") is { } where ? filter with { Where = Where(where, filter) } : filter;
    }

    private Dictionary<string, IReadOnlyList<string>> Where(YamlFields where, EventFilter types)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var subject in EventFilter.Subjects)
        {
            var patterns = where.Texts(subject);
            if (patterns.Count == 0)
                continue;
            lists[subject] = [.. patterns.Select(pattern => pattern.Text)];
            if (!EventTypes.All.Any(type => EventFilter.IsAbout(subject, type) && types.WantsType(type)))
                where.Refuse(subject, Unused(subject));
            if (Known(subject) is { } known)
                Check(patterns, subject, known);
        }

        where.Finish();
        return lists;
    }

    // Null where anything may come: templates of an engagement make documents and checklists of their own.
    private IReadOnlyCollection<string>? Known(string subject) => subject switch
    {
        "kpi" => context.KnownKpis,
        "milestone" => [.. EngagementDefaults.Milestones.Concat(engagement.Milestones.Changes.Select(change => change.Id)).Except(engagement.Milestones.Removed, StringComparer.OrdinalIgnoreCase)],
        "source" => [.. engagement.Sources.Select(source => source.Id)],
        "recipient" => [.. engagement.Recipients.Select(recipient => recipient.Id)],
        _ => null,
    };

    private void Check(IReadOnlyList<YamlText> patterns, string subject, IReadOnlyCollection<string> known)
    {
        foreach (var pattern in patterns.Where(pattern => !known.Any(id => EventFilter.Matches(pattern.Text, id))))
            context.Errors.Add(pattern.Line, pattern.Path, subject == "kpi" ? Expected.Kpi(Nearest.Of(pattern.Text, known)) : NoneOf(pattern.Text, known));
    }

    private static LocalizedText TypeExpected(string typed)
    {
        var expected = Expected.OneOf(EventTypes.All);
        return Nearest.Of(typed, EventTypes.All) is { } nearest
            ? new($"{expected.En}, or a pattern such as kpi.*: did you mean {nearest}?", $"{expected.Fr}, ou un modèle comme kpi.*\u00a0: vouliez-vous dire {nearest}\u00a0?")
            : new($"{expected.En}, or a pattern such as kpi.*", $"{expected.Fr}, ou un modèle comme kpi.*");
    }

    private static LocalizedText NoneOf(string typed, IReadOnlyCollection<string> known) => known.Count == 0
        ? new("nothing of this kind is in the engagement's file", "le fichier de la mission ne contient rien de ce type")
        : Nearest.Of(typed, known) is { } nearest
            ? new($"{Expected.OneOf(known).En}: did you mean {nearest}?", $"{Expected.OneOf(known).Fr}\u00a0: vouliez-vous dire {nearest}\u00a0?")
            : Expected.OneOf(known);

    private static LocalizedText Unused(string subject) => new(
        $"types lets no event about a {subject} through: add one, such as {Example(subject)}, or take this list out",
        $"types ne laisse passer aucun événement de ce sujet\u00a0: ajoutez-en un, comme {Example(subject)}, ou retirez cette liste");

    private static string Example(string subject) => EventTypes.All.First(type => EventFilter.IsAbout(subject, type)).Split('.')[0] + ".*";
}
