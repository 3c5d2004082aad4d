using OpsAutomation.Documents.Framing;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Models;

/// <summary>The backlog as documents show it: ranked, with the arithmetic of each score.</summary>
internal static class BacklogLines
{
    // What is usually found in the first ten days: to be kept, struck out and scored with the teams.
    private static readonly (LocalizedText Title, LocalizedText Gain)[] Usual =
    [
        (new("Send the invoice on the day of delivery", "Facturer le jour de la livraison"), new("cash a week earlier", "une semaine de trésorerie")),
        (new("Remind three days before the due date, then at +3 and +10 days", "Relancer trois jours avant l'échéance, puis à +3 et +10 jours"), new("less overdue", "moins d'impayés")),
        (new("One handover form from sales, refused when incomplete", "Une seule fiche de passation commerciale, refusée si elle est incomplète"), new("fewer questions, fewer reworks", "moins de questions et de reprises")),
        (new("One place where work is asked for", "Un seul point d'entrée pour les demandes"), new("nothing forgotten, load visible", "rien d'oublié, charge visible")),
        (new("A date of next step on every open deal", "Une date de prochaine étape sur chaque affaire ouverte"), new("pipeline that can be believed", "des affaires en cours auxquelles on peut croire")),
        (new("A limit on work begun per person", "Une limite de tâches commencées par personne"), new("shorter lead time", "délai de réalisation plus court")),
        (new("Standard answers to the ten most frequent questions", "Réponses types aux dix questions les plus fréquentes"), new("first answer within the day", "première réponse dans la journée")),
        (new("Amount below which nobody asks the CEO", "Seuil sous lequel on ne demande pas à la direction"), new("decisions the same day", "décisions le jour même")),
    ];

    /// <summary>The backlog as its template reads it.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var backlog = context.Engagement.Backlog;
        var ranked = BacklogRanking.Of(backlog);
        var rows = ranked.Select(row => Row(context, row, people)).ToList();
        return new Values
        {
            ["proposed"] = backlog.Items.Count == 0,
            ["usual"] = Usual.Select(item => (object?)new Values { ["title"] = item.Title.In(context.Language), ["gain"] = item.Gain.In(context.Language) }).ToList(),
            ["rice"] = backlog.Scoring == BacklogScoring.Rice,
            ["scoring"] = backlog.Scoring == BacklogScoring.Rice ? "RICE" : "ICE",
            ["rows"] = rows.Cast<object?>().ToList(),
            ["count"] = rows.Count,
            ["quickWins"] = rows.Where(row => (bool)row["quick"]!).Cast<object?>().ToList(),
            ["quickDays"] = BacklogRanking.QuickDays,
            ["quickImpact"] = BacklogRanking.MiddleImpact(backlog.Scoring),
            ["done"] = Closed(context, backlog, BacklogState.Done, people),
            ["dropped"] = Closed(context, backlog, BacklogState.Dropped, people),
            ["days"] = ranked.Any(row => row.Item.Days is not null) ? ranked.Sum(row => row.Item.Days ?? 0m) : null,
            ["withoutOwner"] = ranked.Count(row => row.Item.Owner is null),
            ["late"] = ranked.Count(row => row.Item.By < context.Today),
            ["unanswered"] = Unanswered(context.Engagement),
        };
    }

    private static Values Row(DocumentContext context, RankedItem row, People people)
    {
        var values = Item(context, row.Item, people);
        values["rank"] = row.Rank;
        values["score"] = context.Locale.Number(row.Shown);
        values["arithmetic"] = Arithmetic(context, row.Item);
        values["quick"] = BacklogRanking.IsQuickWin(row.Item, context.Engagement.Backlog.Scoring);
        return values;
    }

    private static Values Item(DocumentContext context, BacklogItem item, People people) => new()
    {
        ["title"] = item.Title,
        ["process"] = context.Engagement.Processes.FirstOrDefault(process => process.Id == item.Process)?.Name,
        ["kpi"] = item.Kpi is { } kpi ? KpiCatalogue.Find(kpi, context.Engagement)?.Label.In(context.Language) : null,
        ["owner"] = people.Name(item.Owner),
        ["by"] = item.By,
        ["late"] = item.IsOpen && item.By < context.Today,
        ["days"] = item.Days,
        ["started"] = item.State == BacklogState.Started,
    };

    private static List<object?> Closed(DocumentContext context, Backlog backlog, BacklogState state, People people) =>
        [.. backlog.Items.Where(item => item.State == state).Select(item => Item(context, item, people))];

    /// <summary>The score's arithmetic: <c>8 × 7 × 6</c>, or <c>120 × 2 × 80 % ÷ 3</c>.</summary>
    private static string Arithmetic(DocumentContext context, BacklogItem item)
    {
        string Number(decimal? value) => context.Locale.Number(value ?? 0m);

        return context.Engagement.Backlog.Scoring == BacklogScoring.Rice
            ? $"{Number(item.Reach)} × {Number(item.Impact)} × {context.Locale.Percent(item.Confidence, 0)} ÷ {Number(item.Days)}"
            : $"{Number(item.Impact)} × {Number(item.Confidence)} × {Number(item.Ease)}";
    }

    // Processes that hurt and that nothing in the backlog is about.
    private static List<object?> Unanswered(Engagement engagement) =>
    [
        .. engagement.Processes
            .Where(process => process.Pain is not null && !engagement.Backlog.Items.Any(item => item.IsOpen && item.Process == process.Id))
            .Select(process => new Values { ["name"] = process.Name, ["pain"] = process.Pain }),
    ];
}
