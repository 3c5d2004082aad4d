using OpsAutomation.Documents.Framing;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Models;

/// <summary>The diagnostic on one page as its template reads it: every text is cut to what a page holds.</summary>
internal static class DiagnosticLines
{
    private const int Cell = 88;
    private const int Label = 60;
    private const int NamesShown = 3;

    /// <summary>The diagnostic.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var diagnosis = Diagnosis.Of(context);
        return new Values
        {
            ["levers"] = diagnosis.Levers.Select((lever, index) => (object?)Lever(context, diagnosis, lever, index, people)).ToList(),
            ["count"] = diagnosis.Levers.Count,
            ["notFound"] = NotFound(diagnosis, context.Language),
            ["noFigures"] = diagnosis.HasNoFigures,
            ["actions"] = diagnosis.Actions.Select(action => (object?)new Values
            {
                ["by"] = action.By,
                ["late"] = action.By < context.Today,
                ["text"] = Clipped.To(action.Text, Cell),
                ["owner"] = Name(people, action.Owner),
                ["from"] = action.From,
            }).ToList(),
            ["watch"] = diagnosis.ToWatch.Select(id => Watched(context, id, people)).Where(values => values is not null).Cast<object?>().ToList(),
            ["withoutFigure"] = Names(context, diagnosis.WithoutFigure),
            ["withoutTarget"] = Names(context, diagnosis.WithoutTarget),
            ["rule"] = context.Locale.Percent(100m * Levers.LeastDecline, 0),
        };
    }

    // Which kinds of lever no figure is a candidate for; null where there are all three.
    private static string? NotFound(Diagnosis diagnosis, Language language)
    {
        var missing = Enum.GetValues<LeverKind>().Where(kind => diagnosis.Levers.All(lever => lever.Kind != kind)).ToList();
        return missing.Count == 0 ? null : string.Join(", ", missing.Select(kind => LeverLines.Reason(kind).In(language).ToLowerInvariant()));
    }

    private static Values Lever(DocumentContext context, Diagnosis diagnosis, Lever lever, int index, People people)
    {
        var remedy = diagnosis.Remedies.GetValueOrDefault(lever.Kpi.Id);
        return new Values
        {
            ["no"] = index + 1,
            ["reason"] = LeverLines.Reason(lever).In(context.Language),
            ["label"] = Clipped.To(lever.Kpi.Label.In(context.Language), Label),
            ["period"] = context.Locale.Period(lever.Kpi.Period.From, lever.Kpi.Period.To),
            ["arithmetic"] = LeverLines.Arithmetic(context, lever),
            ["source"] = Clipped.To(LeverLines.Source(context, lever.Kpi), Cell),
            ["step"] = Clipped.To(remedy?.Title ?? FirstSteps.Of(lever.Kpi.Id).In(context.Language), Cell),
            ["owner"] = Name(people, remedy?.Owner ?? lever.Kpi.Owner),
        };
    }

    private static Values? Watched(DocumentContext context, string id, People people)
    {
        var kpi = context.Kpis.FirstOrDefault(kpi => kpi.Id == id);
        if ((kpi?.Label ?? KpiCatalogue.Find(id, context.Engagement)?.Label) is not { } label)
            return null;
        var read = kpi is null ? null : KpiLines.Model(context, kpi, people);
        return new Values
        {
            ["label"] = Clipped.To(label.In(context.Language), Label),
            ["value"] = read?["value"] ?? KpiStatusWords.Word(KpiStatus.NoData).In(context.Language),
            ["change"] = read?["change"],
            ["target"] = KpiLines.Goal(context, id, kpi),
            ["status"] = KpiStatusWords.Marked(kpi).In(context.Language),
            ["owner"] = Name(people, kpi?.Owner ?? context.Engagement.Kpis.Owners.GetValueOrDefault(id)),
        };
    }

    private static string Name(People people, string? owner) => people.Name(owner) is var name && name == Marks.ToBeNamed ? name : Clipped.To(name, 30);

    private static string? Names(DocumentContext context, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            return null;
        var names = ids.Take(NamesShown).Select(id => Clipped.To((KpiCatalogue.Find(id, context.Engagement)?.Label ?? new(id, id)).In(context.Language), Label));
        var more = ids.Count - NamesShown;
        return string.Join(", ", names) + (more <= 0 ? "" : context.Language == Language.French ? $" et {more} de plus" : $" and {more} more");
    }
}
