using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Milestones;

/// <summary>The texts of evidence and warnings, each language with the marks of its own locale.</summary>
internal sealed class Wording(Engagement engagement)
{
    private readonly Locale en = engagement.Language == Language.English ? engagement.Locale : Locale.EnGb;
    private readonly Locale fr = engagement.Language == Language.French ? engagement.Locale : Locale.FrFr;

    public LocalizedText Marked(MilestoneMark mark)
    {
        var by = engagement.FindPerson(mark.By)?.Name ?? mark.By;
        var (byEn, byFr) = by is null ? ("", "") : ($" by {by}", $" par {by}");
        var (noteEn, noteFr) = mark.Note is null ? ("", "") : ($": {mark.Note}", $"\u00a0: {mark.Note}");
        return new($"Confirmed{byEn} on {en.Date(mark.Day)}{noteEn}", $"Validé{byFr} le {fr.Date(mark.Day)}{noteFr}");
    }

    public LocalizedText MetOn(LocalDate day) => new($"Met on {en.Date(day)}", $"Atteint le {fr.Date(day)}");

    public LocalizedText Documents(int live, int wanted, IEnumerable<MilestoneDocument> shown)
    {
        var documents = shown.ToList();
        var (listEn, listFr) = documents.Count == 0
            ? ("", "")
            : (": " + string.Join(", ", documents.Select(document => document.Title.En)), "\u00a0: " + string.Join(", ", documents.Select(document => document.Title.Fr)));
        return live > wanted
            ? new($"{live} live, {wanted} needed{listEn}", $"{live} en vigueur, {wanted} attendues{listFr}")
            : new($"{live} of {wanted} live{listEn}", $"{live} en vigueur sur {wanted}{listFr}");
    }

    public LocalizedText Share(int some, int all, string wordEn, string wordFr) => new($"{some} of {all} {wordEn}", $"{some} sur {all} {wordFr}");

    public LocalizedText Tasks(int done, int all) => new(
        $"{done} of {all} tasks done ({en.Percent(Share(done, all), 0)})", $"{done} tâches terminées sur {all} ({fr.Percent(Share(done, all), 0)})");

    public LocalizedText Decision(LocalDate day, string id, string? outcome) => new(
        $"{id} decided on {en.Date(day)}{(outcome is null ? "" : ": " + outcome)}",
        $"{id} décidée le {fr.Date(day)}{(outcome is null ? "" : "\u00a0: " + outcome)}");

    public LocalizedText Happened(LocalDate day, string text) => new($"{en.Date(day)}: {text}", $"{fr.Date(day)}\u00a0: {text}");

    public LocalizedText Comparison(BaselineFigure before, decimal now) => new(
        $"{before.Label.En}: {Comparison(before, now, en)}", $"{before.Label.Fr}\u00a0: {Comparison(before, now, fr)}");

    public LocalizedText NoFigure(LocalizedText label, bool baseline) => baseline
        ? new($"{label.En}: no baseline", $"{label.Fr}\u00a0: pas de situation de départ")
        : new($"{label.En}: no data", $"{label.Fr}\u00a0: pas de données");

    public LocalizedText Drift(BaselineFigure frozen, BaselineFigure? computed)
    {
        var (nowEn, nowFr) = computed?.Value is { } value
            ? ($"the data imported since would give {en.Kpi(value, frozen.Unit, frozen.Currency)}", $"les données importées depuis donneraient {fr.Kpi(value, frozen.Unit, frozen.Currency)}")
            : ("the data imported since no longer give a figure", "les données importées depuis ne donnent plus de chiffre");
        var (day, was) = (frozen.FrozenOn!.Value, frozen.Value!.Value);
        return new(
            $"The baseline of {frozen.Label.En} stays at {en.Kpi(was, frozen.Unit, frozen.Currency)}, frozen on {en.Date(day)}: {nowEn}.",
            $"La situation de départ de «\u00a0{frozen.Label.Fr}\u00a0» reste à {fr.Kpi(was, frozen.Unit, frozen.Currency)}, figée le {fr.Date(day)}\u00a0: {nowFr}.");
    }

    public static LocalizedText MoreDrifts(int count) => count == 1
        ? new("One more KPI keeps its frozen baseline against later imports.", "Un autre indicateur garde sa situation de départ figée malgré des imports ultérieurs.")
        : new($"{count} more KPIs keep their frozen baseline against later imports.", $"{count} autres indicateurs gardent leur situation de départ figée malgré des imports ultérieurs.");

    private static string Comparison(BaselineFigure before, decimal now, Locale locale) =>
        $"{locale.Kpi(before.Value!.Value, before.Unit, before.Currency)} → {locale.Kpi(now, before.Unit, before.Currency)} ({locale.KpiChange(now - before.Value.Value, before.Unit, before.Currency)})";

    private static decimal Share(int some, int all) => all == 0 ? 0m : 100m * some / all;
}
