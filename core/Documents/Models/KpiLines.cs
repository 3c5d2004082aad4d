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
        ["status"] = KpiStatusWords.Marked(kpi).In(context.Language),
        ["period"] = context.Locale.Period(kpi.Period.From, kpi.Period.To),
        ["owner"] = people.Name(kpi.Owner),
    };

    /// <summary>
    /// The ids of the KPIs that lasting documents show: those that the engagement follows; where it names none, those it has targets for.
    /// </summary>
    public static IReadOnlyList<string> FollowedIds(DocumentContext context) => context.Engagement.Kpis.Followed.Count > 0
        ? context.Engagement.Kpis.Followed
        : [.. context.Engagement.Kpis.Targets.Select(target => target.Kpi).Concat(context.Kpis.Where(kpi => kpi.Target is not null).Select(kpi => kpi.Id)).Distinct(StringComparer.Ordinal)];

    /// <summary>The Markdown table of KPIs: the figures of the day make no new version of a lasting document, its targets do.</summary>
    public static string Table(DocumentContext context, IEnumerable<string> ids)
    {
        var french = context.Language == Language.French;
        var people = new People(context.Engagement, context.Language);
        var text = new StringBuilder(french
            ? "| Indicateur | Cible | Valeur actuelle | Statut | Responsable |\n|---|---|---|---|---|\n"
            : "| KPI | Target | Current value | Status | Owner |\n|---|---|---|---|---|\n");
        var empty = text.Length;
        foreach (var id in ids)
        {
            var kpi = context.Kpis.FirstOrDefault(kpi => kpi.Id == id);
            if ((kpi?.Label ?? KpiCatalogue.Find(id, context.Engagement)?.Label) is not { } label)
                continue;
            var period = kpi?.Value is null ? "" : " (" + context.Locale.Period(kpi.Period.From, kpi.Period.To) + ")";
            var owner = people.Name(kpi?.Owner ?? context.Engagement.Kpis.Owners.GetValueOrDefault(id));
            text.Append("| ").Append(MarkdownText.Escape(label.In(context.Language)))
                .Append(" | ").Append(MarkdownText.Escape(Goal(context, id, kpi)))
                .Append(" | ").Append(Marks.Figures(MarkdownText.Escape(kpi is null ? KpiStatusWords.Word(KpiStatus.NoData).In(context.Language) : Value(context, kpi) + period)))
                .Append(" | ").Append(Marks.Figures(MarkdownText.Escape(KpiStatusWords.Marked(kpi).In(context.Language))))
                .Append(" | ").Append(owner == Marks.ToBeNamed ? (french ? @"**\[à désigner\]**" : @"**\[to be named\]**") : MarkdownText.Escape(owner))
                .Append(" |\n");
        }
        if (text.Length > empty)
            return text.ToString().TrimEnd('\n');
        return french ? @"**\[indicateurs à choisir\]**" : @"**\[KPIs to be chosen\]**";
    }

    /// <summary>
    /// The target of a lasting document: as the engagement sets it for the KPI's own grain, since that of a period under way is prorated and would
    /// change every day.
    /// </summary>
    public static string Goal(DocumentContext context, string id, KpiResult? kpi)
    {
        var definition = KpiCatalogue.Find(id, context.Engagement);
        var grain = kpi?.Grain ?? definition?.Grain;
        if (new TargetBook(context.Engagement.Kpis.Targets).Find(id, grain, context.Today) is not { } target)
            return kpi is null ? "–" : Target(context.Locale, kpi);
        var unit = kpi?.Unit ?? definition?.Unit ?? KpiUnit.Ratio;
        var direction = kpi?.Direction ?? definition?.Direction ?? KpiDirection.Higher;
        return Target(context.Locale, target.Value, target.UpTo, direction, unit, kpi?.Currency ?? context.Engagement.Currency);
    }

    /// <summary>The target with its sense: <c>≥ 45 000 €</c>, <c>≤ 9,0 j</c>, <c>70–90 %</c>; a dash where there is none.</summary>
    public static string Target(Locale locale, KpiResult kpi) => kpi.Target is { } target
        ? Target(locale, target, kpi.TargetUpTo, kpi.Direction, kpi.Unit, kpi.Currency)
        : "–";

    private static string Target(Locale locale, decimal target, decimal? upTo, KpiDirection direction, KpiUnit unit, string? currency)
    {
        var text = locale.Kpi(target, unit, currency);
        return direction switch
        {
            _ when upTo is { } end => text + " – " + locale.Kpi(end, unit, currency),
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

    /// <summary>By how much a KPI misses its target, as a share of it; by how much at all where the target is 0.</summary>
    public static decimal Miss(KpiResult kpi)
    {
        if (kpi.Value is not { } value || kpi.Target is not { } target)
            return 0;
        var goal = kpi.TargetUpTo is { } upTo && value > upTo ? upTo : target;
        return goal == 0 ? Math.Abs(value) : Math.Abs(value - goal) / Math.Abs(goal);
    }
}
