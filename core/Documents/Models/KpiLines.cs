using System.Text;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents.Models;

/// <summary>KPIs as documents show them: value, change, target and status as word and symbol.</summary>
internal static class KpiLines
{
    /// <summary>The KPIs of those ids, in that order; ids without a result are left out.</summary>
    public static IEnumerable<KpiResult> Find(DocumentContext context, IEnumerable<string> ids) => ids
        .Select(id => context.Kpis.FirstOrDefault(kpi => kpi.Id == id))
        .OfType<KpiResult>();

    /// <summary>The KPIs that the engagement follows; where it names none, those that have a target.</summary>
    public static IReadOnlyList<KpiResult> Followed(DocumentContext context) => context.Engagement.Kpis.Followed.Count > 0
        ? [.. Find(context, context.Engagement.Kpis.Followed)]
        : [.. context.Kpis.Where(kpi => kpi.Target is not null)];

    /// <summary>Off target, those that miss by most first.</summary>
    public static IReadOnlyList<KpiResult> OffTarget(DocumentContext context) =>
        [.. context.Kpis.Where(kpi => kpi.Status == KpiStatus.OffTarget).OrderByDescending(Miss).ThenBy(kpi => kpi.Id, StringComparer.Ordinal)];

    /// <summary>A KPI as a template reads it.</summary>
    public static Values Model(DocumentContext context, KpiResult kpi, People people) => new Values
    {
        ["id"] = kpi.Id,
        ["label"] = kpi.Label.In(context.Language),
        ["value"] = Value(context, kpi),
        ["change"] = Change(context, kpi),
        ["target"] = Target(context.Locale, kpi),
        ["status"] = Words.Of(kpi.Status).In(context.Language),
        ["period"] = context.Locale.Period(kpi.Period.From, kpi.Period.To),
        ["owner"] = people.Name(kpi.Owner),
    };

    /// <summary>The Markdown table of KPIs: the figures of the day make no new version of a lasting document, its targets do.</summary>
    public static string Table(DocumentContext context, IEnumerable<KpiResult> shown)
    {
        var french = context.Language == Language.French;
        var kpis = shown.ToList();
        if (kpis.Count == 0)
            return french ? "*Aucun indicateur de la mission n'est encore défini pour ce sujet.*" : "*No KPI of the engagement is defined for this yet.*";
        var people = new People(context.Engagement, context.Language);
        var text = new StringBuilder(french
            ? "| Indicateur | Cible | Valeur actuelle | Statut | Responsable |\n|---|---|---|---|---|\n"
            : "| KPI | Target | Current value | Status | Owner |\n|---|---|---|---|---|\n");
        foreach (var kpi in kpis)
        {
            var period = kpi.Value is null ? "" : " (" + context.Locale.Period(kpi.Period.From, kpi.Period.To) + ")";
            var owner = people.Name(kpi.Owner);
            text.Append("| ").Append(MarkdownText.Escape(kpi.Label.In(context.Language)))
                .Append(" | ").Append(MarkdownText.Escape(Target(context.Locale, kpi)))
                .Append(" | ").Append(Marks.Figures(MarkdownText.Escape(Value(context, kpi) + period)))
                .Append(" | ").Append(Marks.Figures(MarkdownText.Escape(Words.Of(kpi.Status).In(context.Language))))
                .Append(" | ").Append(owner == Marks.ToBeNamed ? (french ? @"**\[à désigner\]**" : @"**\[to be named\]**") : MarkdownText.Escape(owner))
                .Append(" |\n");
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The target with its sense: <c>≥ 45 000 €</c>, <c>≤ 9,0 j</c>, <c>70–90 %</c>; a dash where there is none.</summary>
    public static string Target(Locale locale, KpiResult kpi)
    {
        if (kpi.Target is not { } target)
            return "–";
        var text = locale.Kpi(target, kpi.Unit, kpi.Currency);
        return kpi.Direction switch
        {
            _ when kpi.TargetUpTo is { } upTo => text + " – " + locale.Kpi(upTo, kpi.Unit, kpi.Currency),
            KpiDirection.Higher => "≥\u00a0" + text,
            KpiDirection.Lower => "≤\u00a0" + text,
            _ => text,
        };
    }

    private static string Value(DocumentContext context, KpiResult kpi)
    {
        if (kpi.Value is null && kpi.ByCurrency is { Count: > 0 } parts)
            return string.Join(" + ", parts.Where(part => part.Value is not null).Select(part => context.Locale.Kpi(part.Value!.Value, kpi.Unit, part.Currency)));
        var text = context.Locale.Kpi(kpi);
        var french = context.Language == Language.French;
        if (kpi.Value is not null && kpi.Entered)
            text += french ? ", saisi" : ", entered by hand";
        if (kpi.Value is not null && kpi.Period.Partial)
            text += french ? ", période partielle" : ", partial period";
        return text;
    }

    private static string? Change(DocumentContext context, KpiResult kpi) => kpi is { Value: { } value, Previous: { } previous }
        ? context.Locale.KpiChange(value - previous, kpi.Unit, kpi.Currency) + " " + Words.Since(kpi.Grain).In(context.Language)
        : null;

    private static decimal Miss(KpiResult kpi)
    {
        if (kpi.Value is not { } value || kpi.Target is not { } target)
            return 0;
        var goal = kpi.TargetUpTo is { } upTo && value > upTo ? upTo : target;
        return goal == 0 ? Math.Abs(value) : Math.Abs(value - goal) / Math.Abs(goal);
    }
}
