using NodaTime;
using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>Where the figures come from: rows, rejections, age; what is missing first, then what the figures shown rest on.</summary>
internal static class SourceComposer
{
    /// <summary>The line, or null where there is no source at all.</summary>
    public static DigestLine? Compose(IReadOnlyList<KpiView> shown, DigestReader reader)
    {
        var sources = reader.Context.Sources;
        if (sources.Count == 0)
            return null;
        // What a reader must know of comes before what is in order, should the line have to end.
        List<DigestSource> ordered =
        [
            .. sources
                .OrderBy(source => source.Taken is not null)
                .ThenByDescending(source => source.IsStale(reader.Context.Today))
                .ThenBy(source => Place(source, shown)),
        ];
        // The first count says what is counted; the others follow its pattern.
        var counted = ordered.FirstOrDefault(source => source is { Taken: not null, Entered: false });
        List<string> texts = [.. ordered.Select(source => One(source, ReferenceEquals(source, counted), shown, reader))];
        return new(DigestLineKind.Sources, reader.Say("Sources:", "Sources\u00a0:"), LineComposer.Join(texts, reader.Limits.Sources, reader));
    }

    // The first of the figures shown that rests on the source; one that none rests on comes last.
    private static int Place(DigestSource source, IReadOnlyList<KpiView> shown)
    {
        for (var i = 0; i < shown.Count; i++)
        {
            if (shown[i].Kpi.Sources.Any(used => source.IsOf(used.Profile)))
                return i;
        }

        return shown.Count;
    }

    private static string One(DigestSource source, bool first, IReadOnlyList<KpiView> shown, DigestReader reader)
    {
        if (source.Taken is not { } taken)
            return Name(source, reader) + reader.Say(": missing, never received", "\u00a0: manquante, jamais reçue");
        var age = source.IsStale(reader.Context.Today)
            ? reader.Say(
                $", stale ({reader.Count(Period.DaysBetween(taken, reader.Context.Today), "day", "days", "", "")})",
                $", données anciennes ({reader.Locale.Number(Period.DaysBetween(taken, reader.Context.Today), 0)}\u00a0j)")
            : "";
        if (source.Entered)
            return Entered(source, taken, shown, reader) + age;
        var date = reader.Locale.NumericDayMonth(taken);
        var rows = first ? reader.Count(source.Rows, "row", "rows", "ligne", "lignes") : reader.Locale.Number(source.Rows, 0);
        var rejected = first || source.Rejected > 0
            ? ", " + reader.Say($"{reader.Locale.Number(source.Rejected, 0)} rejected", reader.Count(source.Rejected, "", "", "rejetée", "rejetées"))
            : "";
        return $"{Name(source, reader)} {date}, {rows}{rejected}{age}";
    }

    // What was entered has the day that it is for, and the name of what it says where the source has none.
    private static string Entered(DigestSource source, LocalDate taken, IReadOnlyList<KpiView> shown, DigestReader reader)
    {
        var entered = shown.Where(view => view.Kpi.EnteredFor is not null && view.Kpi.Sources.Any(used => source.IsOf(used.Profile))).ToList();
        var by = reader.Say(", entered by hand", ", saisie");
        if (entered.Count == 0 || source.Name.Length > 0)
            return $"{Name(source, reader)} {reader.Locale.NumericDayMonth(entered.Max(view => view.Kpi.EnteredFor) ?? taken)}{by}";
        return string.Join(" · ", entered.Select(view =>
            $"{(view.Id == KpiIds.Cash ? reader.Say("Bank", "Banque") : view.Label)} {reader.Locale.NumericDayMonth(view.Kpi.EnteredFor!.Value)}{by}"));
    }

    private static string Name(DigestSource source, DigestReader reader) =>
        source.Name.Length == 0 ? reader.Say("Readings", "Relevés") : reader.Label(source.Name);
}
