namespace OpsAutomation.Digests;

/// <summary>A week without data: said plainly, with what to do.</summary>
internal static class NoDataComposer
{
    /// <summary>That there are no data.</summary>
    public static string Headline(DigestReader reader)
    {
        var period = reader.Context.Period;
        var days = reader.Locale.Period(period.Start, period.End);
        return reader.Say(
            $"There are no data for the week of {days}: this digest shows no figures.",
            $"Il n'y a pas de données pour la semaine du {days}\u00a0: ce point ne montre aucun chiffre.");
    }

    /// <summary>Which exports are missing and how to send them.</summary>
    public static string Advice(DigestReader reader)
    {
        var missing = reader.Context.Sources.Where(source => source.IsStale(reader.Context.Today)).Select(source => reader.Label(source.Name)).ToList();
        var what = missing.Count == 0
            ? reader.Say("the exports of the week", "les exports de la semaine")
            : reader.Say("the missing exports: ", "les exports qui manquent\u00a0: ") + LineComposer.Join(missing, 4, reader);
        return reader.Say(
            $"Please reply to this mail with {what}. A digest with figures follows once they are imported.",
            $"Répondez à ce message en joignant {what}. Un point chiffré suivra leur import.",
            $"Réponds à ce message en joignant {what}. Un point chiffré suivra leur import.");
    }
}
