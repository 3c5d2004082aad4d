using System.CommandLine;
using OpsAutomation.Exports;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops kpi set</c>: enters a reading, which outranks a computed value of its day.</summary>
internal sealed class KpiSetCommand : OpsCommand
{
    private readonly Argument<string> kpi;
    private readonly Argument<string> value;
    private readonly Option<string?> engagement;
    private readonly Option<string?> date;
    private readonly Option<string?> by;
    private readonly Option<string?> note;

    public KpiSetCommand(Session session)
        : base(session, "set", "Enter a KPI's value of a day.", "Saisir la valeur d'un indicateur pour un jour.")
    {
        kpi = AddWord("KPI", "the KPI's id, such as finance.cash", "l'identifiant de l'indicateur, comme finance.cash");
        value = AddWord("VALUE", "the value, in the KPI's unit", "la valeur, dans l'unité de l'indicateur");
        date = AddValue("--date", "DATE", "the day it is for", "le jour concerné", required: true);
        engagement = AddEngagement();
        by = AddValue("--by", "WHO", "who gives it", "qui la donne", required: true);
        note = AddValue("--note", "TEXT", "a remark", "une remarque");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var day = Values.Date(parsed.GetValue(date), "--date")!.Value;
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var definition = KnownKpi.Find(open.Engagement, parsed.GetValue(kpi)!);
        var figure = Values.Number(parsed.GetValue(value)!, open.Engagement.Locale, "VALUE");
        await new ReadingEntry(open.Home.Blobs, open.Home.State, Session.Time)
            .SetAsync(open.Engagement, definition.Id, day, figure, parsed.GetValue(by)!, parsed.GetValue(note), cancellationToken: cancellationToken);
        var shown = Session.Locale.Kpi(figure, definition.Unit, open.Engagement.Currency);
        Session.Line(Session.Say(
            $"{Session.Say(definition.Label)}: {shown} entered for {Session.Locale.ShortDate(day)}",
            $"{Session.Say(definition.Label)} : {shown} saisi pour le {Session.Locale.ShortDate(day)}"));
        return 0;
    }
}
