using OpsAutomation.Documents.Templating;
using OpsAutomation.Mornings;

namespace OpsAutomation.Documents.Models;

/// <summary>The daily list as its template reads it: at most thirty items in their order, each with why it stands there.</summary>
internal static class DailyLines
{
    private const int OfToday = 5;

    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context)
    {
        var ranked = MorningItem.Rank(new MorningItems(context, context.Locale).All());
        var shown = ranked.Take(MorningItems.Most).ToList();
        return new()
        {
            ["day"] = context.Locale.LongDate(context.Today),
            ["count"] = shown.Count,
            ["all"] = ranked.Count,
            ["long"] = shown.Count > OfToday,
            ["more"] = ranked.Count > shown.Count ? ranked.Count - shown.Count : null,
            ["late"] = ranked.Count(item => item.Urgency is MorningUrgency.Late or MorningUrgency.Blocked),
            ["today"] = ranked.Count(item => item.Urgency == MorningUrgency.Today),
            ["offTarget"] = ranked.Count(item => item.Urgency == MorningUrgency.OffTarget),
            ["items"] = shown.Select((item, i) => (object?)new Values
            {
                ["rank"] = i + 1,
                ["what"] = item.What,
                ["why"] = DailyWords.Why(item, context.Today, context.Locale),
                ["owner"] = item.Owner.Length == 0 ? Marks.ToBeNamed : item.Owner,
            }).ToList(),
        };
    }
}
