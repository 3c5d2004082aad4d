using NodaTime;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;

namespace OpsAutomation.Digests;

/// <summary>The movements that matter most, each with its cause where the data or a person give one.</summary>
internal static class MovementComposer
{
    // A movement on target of less than a fiftieth of it is the ordinary week.
    private const decimal Noise = 0.02m;

    /// <summary>The KPIs that moved, most important first: off target and worsening, then off target or at risk, then the rest by relative size.</summary>
    public static IReadOnlyList<KpiView> Choose(IReadOnlyList<KpiView> kpis, int limit) =>
    [
        .. kpis
            .Where(view => view is { Change: not null, IsUnchanged: false, TooFewAnswers: false })
            .Where(view => Tier(view) < 2 || view.Relative >= Noise)
            .OrderBy(Tier)
            .ThenByDescending(view => view.Relative)
            .ThenByDescending(view => view.Kpi.Unit == KpiUnit.Money ? Math.Abs(view.Change!.Value) : 0)
            .ThenBy(view => view.Id, StringComparer.Ordinal)
            .Take(limit),
    ];

    /// <summary>One movement in words.</summary>
    public static DigestMovement Compose(KpiView view, DigestReader reader)
    {
        List<string> detail = [];
        if (Streak(view, reader) is { } streak)
            detail.Add(streak);
        var comment = CommentOn(view.Id, reader.Context);
        var cause = CauseFinder.Find(view, reader);
        if (cause is not null)
            detail.Add(cause);
        if (comment is not null)
            detail.Add(CommentComposer.Quote(comment, reader));
        if (cause is null && comment is null)
            detail.Add(reader.Say("Cause not established.", "Cause non établie."));
        if (ActionOn(view.Id, reader) is { } action)
            detail.Add(action);
        return new(view.Id, $"{view.Label} {view.Value} ({view.ChangeText}).", string.Join(' ', detail));
    }

    /// <summary>The comment on a KPI that belongs to the week, newest first, or null.</summary>
    public static LogItem? CommentOn(string kpi, DigestContext context) => context.Log
        .Where(item => item.Kind == LogKind.Comment && item.Kpi == kpi && CommentComposer.IsOfWeek(item, context))
        .OrderByDescending(item => item.Added)
        .ThenBy(item => item.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    private static int Tier(KpiView view) => (view.Kpi.Status, view.Worsening) switch
    {
        (KpiStatus.OffTarget, true) => 0,
        (KpiStatus.OffTarget, false) or (KpiStatus.AtRisk, true) => 1,
        _ => 2,
    };

    // Three movements the same way are worth a word; the series ends with the period of the figure.
    private static string? Streak(KpiView view, DigestReader reader)
    {
        var values = view.Kpi.Series.Select(point => point.Value).ToList();
        var count = 0;
        for (var i = values.Count - 1; i > 0; i--)
        {
            if (values[i] is not { } now || values[i - 1] is not { } before || now == before || now > before != view.Change > 0)
                break;
            count++;
        }

        if (count < 3)
            return null;
        var rising = view.Change > 0;
        return reader.Say(
            $"{reader.Locale.Ordinal(count)} {(rising ? "rise" : "fall")} in a row.",
            $"{reader.Locale.Ordinal(count, feminine: true)} {(rising ? "hausse" : "baisse")} de suite.");
    }

    private static string? ActionOn(string kpi, DigestReader reader)
    {
        var action = reader.Context.Log
            .Where(item => item.Kind == LogKind.Action && item.Open && item.Kpi == kpi && (item.Due is null || item.Due >= reader.Context.Today))
            .OrderBy(item => item.Due ?? LocalDate.MaxIsoValue)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        if (action is null)
            return null;
        List<string> who = [];
        if (action.Owner is { } owner)
            who.Add(reader.Person(owner));
        if (action.Due is { } due)
            who.Add(reader.Locale.DayMonth(due));
        var end = who.Count == 0 ? "" : $" ({string.Join(", ", who)})";
        return DigestReader.Sentence(reader.Say("Action: ", "Action\u00a0: ") + reader.Clip(action.Text).TrimEnd('.') + end);
    }
}
