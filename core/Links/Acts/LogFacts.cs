using OpsAutomation.Logbook;

namespace OpsAutomation.Links.Acts;

/// <summary>What a page says of an item of the logbook.</summary>
internal static class LogFacts
{
    /// <summary>Recommendation, owner and due day, those that are known.</summary>
    public static IEnumerable<(string Label, string Text)> Of(ActVisit visit, LogItem item)
    {
        if (item.Recommendation is { } recommendation)
            yield return (visit.Say("Recommendation", "Recommandation"), visit.Text(recommendation));
        if (item.Owner is { } owner)
            yield return (visit.Say("Owner", "Responsable"), visit.Person(owner));
        if (item.Due is { } due)
            yield return (visit.Say("Due date", "Échéance"), visit.Locale.ShortDate(due) + (item.Open && due < visit.Today ? visit.Say(" (late)", " (en retard)") : ""));
    }

    /// <summary>That it is closed, by whom, when and how.</summary>
    public static string Closed(ActVisit visit, LogItem item)
    {
        var who = item.ClosedBy is { } by ? visit.Say($" by {visit.Person(by)}", $" par {visit.Person(by)}") : "";
        var day = item.ClosedOn is { } on ? visit.Say($" on {visit.Locale.ShortDate(on)}", $" le {visit.Locale.ShortDate(on)}") : "";
        var how = item.Outcome is { } outcome ? visit.Say(": ", "\u00a0: ") + visit.Text(outcome) : "";
        return (item.Kind == LogKind.Decision
            ? visit.Say($"Answered already{day}{who}{how}", $"Déjà répondu{day}{who}{how}")
            : visit.Say($"Done already{day}{who}{how}", $"Déjà faite{day}{who}{how}")).TrimEnd('.') + ".";
    }
}
