using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Life;

/// <summary>The SOP or playbook that moves a KPI: what is proposed where it is off target.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Shelf">Its place on the shelf, such as <c>fr/sop-incident</c>; null where it is not in force yet.</param>
public sealed record Remedy(string Title, string Kind, string? Shelf)
{
    /// <summary>The remedy of a KPI, or null where no document moves it.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="records">The documents as they stand, in every language.</param>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="language">The reader's language.</param>
    public static Remedy? Of(Engagement engagement, IEnumerable<DocumentRecord> records, string kpi, Language language)
    {
        var live = records
            .Where(record => record.Status == DocumentStatus.Live && Moves(record) is { } moves && moves.Contains(kpi, StringComparer.Ordinal))
            .Where(record => DocumentLibrary.KindOf(record).Family is DocumentFamily.Sop or DocumentFamily.Playbook)
            // What the client wrote itself, then procedures before playbooks, then the one that is most about this KPI.
            .OrderBy(record => record.Own is null).ThenBy(record => DocumentLibrary.KindOf(record).Family).ThenBy(record => PlaceIn(Moves(record), kpi))
            .ThenBy(record => DocumentLibrary.PlaceOf(record.Kind)).ThenBy(record => record.Kind, StringComparer.Ordinal)
            .ThenBy(record => record.Language != language)
            .FirstOrDefault();
        if (live is not null)
            return new(live.Title, live.Kind, $"{LanguageCode.Of(live.Language)}/{live.Kind}");
        var plan = DocumentLibrary.PlanFor(engagement).Select(kind => kind.Id).ToHashSet(StringComparer.Ordinal);
        var retired = records.Where(record => record.Status == DocumentStatus.Retired).Select(record => record.Kind).ToHashSet(StringComparer.Ordinal);
        var model = DocumentLibrary.Kinds
            .Where(kind => kind.Family is DocumentFamily.Sop or DocumentFamily.Playbook && !retired.Contains(kind.Id))
            .Select(kind => (Kind: kind, Moves: TemplateSource.BuiltIn(kind.Id, language).List("kpis")))
            .Where(one => one.Moves.Contains(kpi, StringComparer.Ordinal))
            .OrderBy(one => !plan.Contains(one.Kind.Id)).ThenBy(one => one.Kind.Family).ThenBy(one => PlaceIn(one.Moves, kpi)).ThenBy(one => DocumentLibrary.PlaceOf(one.Kind.Id))
            .Select(one => one.Kind)
            .FirstOrDefault();
        return model is null ? null : new(model.Title.In(language), model.Id, null);
    }

    private static IReadOnlyList<string> Moves(DocumentRecord record) => record.Moves
        ?? (DocumentLibrary.Kinds.Any(kind => kind.Id == record.Kind) ? TemplateSource.BuiltIn(record.Kind, record.Language).List("kpis") : []);

    private static int PlaceIn(IReadOnlyList<string> moves, string kpi)
    {
        for (var i = 0; i < moves.Count; i++)
        {
            if (moves[i] == kpi)
                return i;
        }

        return moves.Count;
    }
}
