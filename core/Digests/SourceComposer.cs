using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>Where the figures come from: rows, rejections, age; what is missing first.</summary>
internal static class SourceComposer
{
    /// <summary>The line, or null where there is no source at all.</summary>
    public static DigestLine? Compose(DigestReader reader)
    {
        var sources = reader.Context.Sources;
        if (sources.Count == 0)
            return null;
        // What a reader must know of comes before what is in order, should the line have to end.
        List<DigestSource> ordered =
        [
            .. sources
                .OrderBy(source => source.Taken is not null)
                .ThenByDescending(source => source.IsStale(reader.Context.Today)),
        ];
        // The first count says what is counted; the others follow its pattern.
        var counted = ordered.FirstOrDefault(source => source is { Taken: not null, Entered: false });
        List<string> texts = [.. ordered.Select(source => One(source, ReferenceEquals(source, counted), reader))];
        return new(DigestLineKind.Sources, reader.Say("Sources:", "Sources\u00a0:"), LineComposer.Join(texts, reader.Limits.Sources, reader));
    }

    private static string One(DigestSource source, bool first, DigestReader reader)
    {
        var name = source.Name.Length == 0 ? reader.Say("Readings", "Relevés") : reader.Label(source.Name);
        if (source.Taken is not { } taken)
            return name + reader.Say(": missing, never received", "\u00a0: manquante, jamais reçue");
        var date = reader.Locale.NumericDayMonth(taken);
        var age = source.IsStale(reader.Context.Today)
            ? reader.Say(
                $", stale ({reader.Count(Period.DaysBetween(taken, reader.Context.Today), "day", "days", "", "")})",
                $", données anciennes ({reader.Locale.Number(Period.DaysBetween(taken, reader.Context.Today), 0)}\u00a0j)")
            : "";
        if (source.Entered)
            return reader.Say($"{name} {date}, entered by hand", $"{name} {date}, saisie") + age;
        var rows = first ? reader.Count(source.Rows, "row", "rows", "ligne", "lignes") : reader.Locale.Number(source.Rows, 0);
        var rejected = reader.Say($"{reader.Locale.Number(source.Rejected, 0)} rejected", reader.Count(source.Rejected, "", "", "rejetée", "rejetées"));
        return $"{name} {date}, {rows}, {rejected}{age}";
    }
}
