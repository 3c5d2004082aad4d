using OpsAutomation.Documents.Framing;
using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Models;

/// <summary>Levers as documents show them: the arithmetic in words, and where the figure comes from.</summary>
internal static class LeverLines
{
    private const int MostFiles = 2;

    /// <summary>Why it is a lever.</summary>
    public static LocalizedText Reason(LeverKind kind) => kind switch
    {
        LeverKind.Worst => new("Farthest from its target", "Le plus loin de sa cible"),
        LeverKind.Decline => new("Steepest decline", "La plus forte dégradation"),
        _ => new("Biggest money", "Le plus gros enjeu financier"),
    };

    /// <summary>Why a lever is one: where a greater figure is a lever already, it is the greatest of the others and says so.</summary>
    public static LocalizedText Reason(Lever lever)
    {
        var reason = Reason(lever.Kind);
        return lever.AmongOthers ? new(reason.En + " among the other figures", reason.Fr + " parmi les autres chiffres") : reason;
    }

    /// <summary>The arithmetic: the two figures, their gap and what it is of.</summary>
    public static string Arithmetic(DocumentContext context, Lever lever)
    {
        var french = context.Language == Language.French;
        var (now, against) = (Figure(context, lever, lever.Now), Figure(context, lever, lever.Against));
        if (lever.Kind == LeverKind.Money)
            return Money(context, lever, now, against);
        if (lever.AgainstTarget)
        {
            // The distance of two percentages is in points.
            var gap = lever.Kpi.Unit == KpiUnit.Percent ? context.Locale.SignedPoints(lever.Gap).TrimStart('+') : Figure(context, lever, lever.Gap);
            var share = lever.Against == 0m ? (french ? "la cible est zéro" : "the target is zero") : context.Locale.Percent(100m * lever.Weight) + (french ? " de la cible" : " of the target");
            return french ? $"{now} pour une cible de {against} (écart {gap}, soit {share})" : $"{now} for a target of {against} (gap {gap}, that is {share})";
        }

        var change = lever.Kpi.Unit == KpiUnit.Points
            ? context.Locale.KpiChange(lever.Now - lever.Against, lever.Kpi.Unit)
            : context.Locale.SignedPercent(100m * (lever.Now - lever.Against) / Math.Abs(lever.Against));
        if (lever.Kpi.Unit == KpiUnit.Percent)
            change += french ? " en relatif" : " in relative terms";
        return (lever.Periods, french) switch
        {
            (1, true) => $"{now} contre {against} la période d'avant, soit {change}",
            (1, false) => $"{now} against {against} the period before, that is {change}",
            (var count, true) => $"{now} en moyenne sur {count} {Periods(lever.Kpi.Grain, true)}, contre {against} les {count} d'avant, soit {change}",
            (var count, false) => $"{now} on average over {count} {Periods(lever.Kpi.Grain, false)}, against {against} in the {count} before, that is {change}",
        };
    }

    /// <summary>Where the figure comes from: the files with the day their data are of, or who entered it.</summary>
    public static string Source(DocumentContext context, KpiResult kpi)
    {
        var french = context.Language == Language.French;
        var files = kpi.Sources.GroupBy(source => source.File, StringComparer.Ordinal)
            .Select(group => $"{group.Key} ({context.Locale.DayMonth(group.Max(source => source.Taken))})").ToList();
        if (files.Count > MostFiles)
            files = [.. files.Take(MostFiles), french ? $"et {files.Count - MostFiles} de plus" : $"and {files.Count - MostFiles} more"];
        if (files.Count > 0)
            return string.Join(", ", files);
        if (kpi.Entered)
            return french ? "saisi à la main" : "entered by hand";
        return french ? "données de la mission" : "data of the engagement";
    }

    private static string Money(DocumentContext context, Lever lever, string now, string against)
    {
        var french = context.Language == Language.French;
        var (more, less) = lever.Now > lever.Against ? (now, against) : (against, now);
        var compared = lever.AgainstTarget ? "" : french ? " (contre la période d'avant)" : " (against the period before)";
        var total = Figure(context, lever, lever.Weight);
        return lever.Times == 1
            ? $"{more} − {less} = {total}{compared}"
            : french
                ? $"({more} − {less}) × {lever.Times} {Periods(lever.Kpi.Grain, true)} = {total} sur un trimestre{compared}"
                : $"({more} − {less}) × {lever.Times} {Periods(lever.Kpi.Grain, false)} = {total} over a quarter{compared}";
    }

    private static string Periods(Grain grain, bool french) => (grain, french) switch
    {
        (Grain.Week, true) => "semaines",
        (Grain.Week, false) => "weeks",
        (Grain.Month, true) => "mois",
        (Grain.Month, false) => "months",
        (_, true) => "périodes",
        _ => "periods",
    };

    private static string Figure(DocumentContext context, Lever lever, decimal value) => context.Locale.Kpi(value, lever.Kpi.Unit, lever.Kpi.Currency);
}
