namespace OpsAutomation.Digests;

/// <summary>A week without data: said plainly, with what to do.</summary>
internal static class NoDataComposer
{
    /// <summary>That there are no data.</summary>
    public static string Headline(DigestReader reader)
    {
        var period = reader.Context.Period;
        var (from, to) = (reader.Locale.DayMonth(period.Start), reader.Locale.DayMonth(period.End));
        return reader.Say(
            $"There are no data for {reader.Locale.Period(period.Start, period.End)}: this digest shows no figures.",
            $"Il n'y a pas de données du {from} au {to}\u00a0: ce point ne montre aucun chiffre.");
    }

    /// <summary>Which exports are missing and how to send them.</summary>
    public static string Advice(DigestReader reader)
    {
        var missing = reader.Context.Sources.Where(source => source.IsStale(reader.Context.Today)).Select(source => reader.Label(source.Name)).ToList();
        var what = missing.Count == 0
            ? reader.Say("the exports of the week", "les exports de la semaine")
            : reader.Say("the missing exports: ", "les exports qui manquent\u00a0: ") + Join(missing);
        return reader.Say(
            $"Please reply to this mail with {what}. A digest with figures follows once they are imported.",
            $"Répondez à ce message en joignant {what}. Un point chiffré suivra leur import.",
            $"Réponds à ce message en joignant {what}. Un point chiffré suivra leur import.");
    }

    private static string Join(List<string> names) => string.Join(", ", names.Take(5)) + (names.Count > 5 ? "…" : "");
}
