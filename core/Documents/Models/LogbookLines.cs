using OpsAutomation.Logbook;

namespace OpsAutomation.Documents.Models;

/// <summary>The logbook as its template reads it: decisions, tools and playbooks, and what was tried.</summary>
internal static class LogbookLines
{
    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context, People people) => new()
    {
        ["changes"] = context.Log.Where(item => item.Kind == LogKind.Improvement)
            .OrderByDescending(item => item.Added).ThenBy(item => item.Id.Length).ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item =>
            {
                var line = LogLines.Model(context, item, people);
                line["cause"] = item.Cause;
                line["change"] = item.Change;
                return (object?)line;
            }).ToList(),
        ["closedRisks"] = LogLines.Models(
            context, context.Log.Where(item => item is { Kind: LogKind.Risk, Open: false }).OrderByDescending(item => item.ClosedOn).ThenBy(item => item.Id, StringComparer.Ordinal), people),
        ["playbooks"] = DocumentLibrary.Kinds.Where(kind => kind.Family == DocumentFamily.Playbook).Select(kind =>
        {
            var records = context.Documents.Where(record => record.Kind == kind.Id).ToList();
            var record = records.FirstOrDefault(record => record.Language == context.Language) ?? records.FirstOrDefault();
            return (object?)new Values
            {
                ["title"] = kind.Title.In(context.Language),
                ["version"] = record?.Version,
                ["on"] = record?.PublishedOn,
                ["live"] = record?.Status == DocumentStatus.Live,
                ["review"] = record?.ReviewBy,
            };
        }).ToList(),
    };
}
