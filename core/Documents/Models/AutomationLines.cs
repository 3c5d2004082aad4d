using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>The automation register as its template reads it: what the file says, and what this product does for the engagement.</summary>
internal static class AutomationLines
{
    private const int TestMonths = 6;

    /// <summary>The register.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var engagement = context.Engagement;
        var own = OwnWork(engagement, context.Language, people).ToList();
        return new Values
        {
            ["rows"] = engagement.Automations.OrderByDescending(one => one.Critical).Select(one => (object?)Row(context, one, people)).ToList(),
            ["proposed"] = engagement.Automations.Count == 0,
            ["own"] = own.Cast<object?>().ToList(),
            ["count"] = engagement.Automations.Count + own.Count,
            ["critical"] = engagement.Automations.Count(one => one.Critical),
            ["withoutOwner"] = engagement.Automations.Count(one => one.Owner is null),
            ["withoutFallback"] = engagement.Automations.Count(one => one.Critical && one.Fallback is null),
            ["untested"] = engagement.Automations.Count(one => IsUntested(one, context)),
            ["ofLeavers"] = engagement.Automations.Count(one => engagement.FindPerson(one.Owner)?.HasLeft(context.Today) == true),
            ["testMonths"] = TestMonths,
        };
    }

    private static Values Row(DocumentContext context, Automation one, People people) => new()
    {
        ["name"] = one.Name,
        ["trigger"] = one.Trigger,
        ["does"] = one.Does,
        ["tool"] = one.Tool,
        ["owner"] = people.Name(one.Owner),
        ["left"] = context.Engagement.FindPerson(one.Owner)?.HasLeft(context.Today) == true,
        ["breaks"] = one.Breaks,
        ["fallback"] = one.Fallback,
        ["critical"] = one.Critical,
        ["tested"] = one.Tested,
        ["untested"] = IsUntested(one, context),
    };

    private static bool IsUntested(Automation one, DocumentContext context) => one.Tested is not { } tested || tested.PlusMonths(TestMonths) < context.Today;

    // What runs here belongs into the register as much as what runs in the client's tools.
    private static IEnumerable<Values> OwnWork(Engagement engagement, Language language, People people)
    {
        var owner = people.Name(people.FirstAs(PersonRole.Obm, PersonRole.InternalCoo, PersonRole.Relay)?.Id);
        Values Line(LocalizedText name, LocalizedText trigger, LocalizedText breaks, LocalizedText fallback) => new()
        {
            ["name"] = name.In(language), ["trigger"] = trigger.In(language), ["breaks"] = breaks.In(language), ["fallback"] = fallback.In(language), ["owner"] = owner,
        };

        foreach (var source in engagement.Sources.Where(source => source.Origin is not (null or InboxOrigin)))
        {
            yield return Line(
                new($"Export {source.Name} is fetched", $"L'export {source.Name} est récupéré"),
                new("its schedule, or a new file in its place", "à son rythme, ou dès qu'un fichier arrive"),
                new("figures grow old; the digest says so in its line of sources", "les chiffres vieillissent ; le point hebdomadaire le dit dans sa ligne de sources"),
                new("export by hand, then ops import", "exporter à la main, puis ops import"));
        }
        foreach (var webhook in engagement.Webhooks)
        {
            yield return Line(
                new($"Events of {webhook.Source} are received", $"Les événements de {webhook.Source} sont reçus"),
                new("what happens in the tool", "ce qui se passe dans l'outil"),
                new("records and exit criteria wait for the next export", "fiches et critères d'achèvement attendent le prochain export"),
                new("import the tool's export", "importer l'export de l'outil"));
        }
        if (engagement.Recipients.Count > 0)
        {
            yield return Line(
                new($"Weekly digest (readers: {engagement.Recipients.Count})", $"Point hebdomadaire (lecteurs : {engagement.Recipients.Count})"),
                new("day and hour of each reader", "jour et heure de chaque lecteur"),
                new("the Weekly Ops begins without figures", "le point opérations commence sans chiffres"),
                new("ops digest, sent by hand", "ops digest, envoyé à la main"));
        }
        if (engagement.Events.Count > 0)
        {
            yield return Line(
                new($"Events are passed on (places: {engagement.Events.Count})", $"Les événements sont transmis (endroits : {engagement.Events.Count})"),
                new("a KPI off target, a milestone late, and others", "indicateur hors cible, jalon en retard et autres"),
                new("the team learns it on Monday", "l'équipe l'apprend le lundi"),
                new("read the board", "lire le tableau de bord"));
        }
    }
}
