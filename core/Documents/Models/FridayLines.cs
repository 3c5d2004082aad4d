using OpsAutomation.Kpis;
using OpsAutomation.Logbook;

namespace OpsAutomation.Documents.Models;

/// <summary>The Friday sharing session as its template reads it: what the week brought, from what was recorded in it.</summary>
internal static class FridayLines
{
    private const int Most = 6;

    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var from = LogLines.StartOfWeek(context.Today);
        List<object?> Of(LogKind kind, bool closed) => LogLines.Models(
            context,
            context.Log
                .Where(item => item.Kind == kind && item.Open != closed && (closed ? item.ClosedOn : item.Added) is { } day && day >= from && day <= context.Today)
                .OrderBy(item => item.ClosedOn ?? item.Added).ThenBy(item => item.Id.Length).ThenBy(item => item.Id, StringComparer.Ordinal),
            people);
        return new()
        {
            ["from"] = from,
            ["to"] = LogLines.EndOfWeek(context.Today),
            ["done"] = Of(LogKind.Action, closed: true),
            ["decided"] = Of(LogKind.Decision, closed: true),
            ["learnt"] = Of(LogKind.Improvement, closed: true),
            ["comments"] = Of(LogKind.Comment, closed: false),
            ["better"] = context.Kpis
                .Where(kpi => kpi is { Status: KpiStatus.OnTarget, Value: { } value, Previous: { } previous } && IsBetter(kpi.Direction, value - previous))
                .OrderBy(kpi => kpi.Id, StringComparer.Ordinal).Take(Most)
                .Select(kpi => (object?)KpiLines.Model(context, kpi, people)).ToList(),
            ["milestones"] = (context.Milestones?.Milestones ?? []).Where(milestone => milestone.DoneOn >= from).Select(milestone => (object?)MilestoneLines.Model(context, milestone, people)).ToList(),
            ["checklists"] = context.Checklists.Where(checklist => checklist.DoneOn >= from).Take(Most).Select(checklist => (object?)new Values
            {
                ["title"] = checklist.Title,
                ["for"] = checklist.For,
            }).ToList(),
            ["documents"] = context.Documents
                .Where(document => document.Language == context.Language && document.PublishedOn >= from && Family(document.Kind) is not (DocumentFamily.Cadence or null))
                .OrderBy(document => document.Title, StringComparer.Ordinal).Take(Most)
                .Select(document => (object?)new Values { ["title"] = document.Title, ["version"] = document.Version }).ToList(),
        };
    }

    private static bool IsBetter(KpiDirection direction, decimal change) => direction switch
    {
        KpiDirection.Higher => change > 0m,
        KpiDirection.Lower => change < 0m,
        _ => false,
    };

    private static DocumentFamily? Family(string kind) => DocumentLibrary.Kinds.FirstOrDefault(known => known.Id == kind)?.Family;
}
