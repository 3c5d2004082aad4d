namespace OpsAutomation.Digests;

/// <summary>What a correction corrects: each figure shown before, and what it is now.</summary>
internal static class CorrectionComposer
{
    /// <summary>The lines, a sentence first; empty where this digest corrects none.</summary>
    public static IReadOnlyList<string> Compose(DigestReader reader)
    {
        if (reader.Context.Corrects is not { } corrected)
            return [];
        var changes = Changes(corrected.Figures, reader);
        var date = reader.Locale.DayMonth(corrected.SentOn);
        var first = changes.Count == 0
            ? reader.Say($"This mail replaces the one sent on {date}; its figures are unchanged.", $"Ce message remplace celui du {date}\u00a0; les chiffres sont inchangés.")
            : reader.Say($"This mail replaces the one sent on {date}, with these figures revised:", $"Ce message remplace celui du {date}, avec ces chiffres révisés\u00a0:");
        var hidden = changes.Count - reader.Limits.Corrections;
        return hidden <= 0
            ? [first, .. changes]
            : [first, .. changes.Take(reader.Limits.Corrections), reader.Say($"and {reader.Locale.Number(hidden, 0)} more.", $"et {reader.Count(hidden, "", "", "autre", "autres")}.")];
    }

    /// <summary>The figures that changed since, in words.</summary>
    public static IReadOnlyList<string> Changes(IReadOnlyList<SentFigure> sent, DigestReader reader)
    {
        List<string> changes = [];
        foreach (var was in sent)
        {
            var kpi = reader.Context.Kpis.FirstOrDefault(candidate => candidate.Id == was.Kpi && candidate.Period.From == was.From && candidate.Period.To == was.To);
            if (kpi is null)
                continue;
            var now = was.Currency is not null && kpi.ByCurrency is { } parts
                ? parts.FirstOrDefault(part => part.Currency == was.Currency)?.Value
                : kpi.Value;
            var (before, after) = (Format(was.Value), Format(now));
            if (before != after)
                changes.Add($"{reader.Label(kpi.Label.In(reader.Locale.Language))}{reader.Colon}{before} → {after}");

            string Format(decimal? value) => value is { } v ? reader.Locale.Kpi(v, kpi.Unit, was.Currency ?? kpi.Currency) : reader.Say("no data", "pas de données");
        }

        return changes;
    }
}
