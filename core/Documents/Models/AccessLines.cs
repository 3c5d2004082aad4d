using OpsAutomation.Documents.Framing;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>The access register as its template reads it.</summary>
internal static class AccessLines
{
    /// <summary>The register; without one, the tools of the inventory with those who should have a right to administer them.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var engagement = context.Engagement;
        var report = AccessReport.Of(engagement, context.Today);
        return new Values
        {
            ["proposed"] = engagement.Access.Count == 0,
            ["rows"] = report.Lines.Where(line => line.State != AccessState.Closed).Select(line => (object?)Row(line, context.Language)).ToList(),
            ["closed"] = report.Lines.Where(line => line.State == AccessState.Closed).Select(line => (object?)Row(line, context.Language)).ToList(),
            ["open"] = report.Open,
            ["leavers"] = report.Leavers,
            ["leaverAccounts"] = report.LeaverAccounts,
            ["reviewsDue"] = report.ReviewsDue,
            ["shared"] = report.Shared,
            ["singleAdmin"] = report.SingleAdmin.Cast<object?>().ToList(),
            ["singleAdminCount"] = report.SingleAdmin.Count,
            ["noAdmin"] = report.NoAdmin.Cast<object?>().ToList(),
            ["noAdminCount"] = report.NoAdmin.Count,
            ["unlisted"] = report.Unlisted.Select(tool => (object?)tool.Name).ToList(),
            ["unlistedCount"] = report.Unlisted.Count,
            ["adminMonths"] = AccessReport.AdminMonths,
            ["otherMonths"] = AccessReport.OtherMonths,
            ["suggested"] = Suggested(context, people),
        };
    }

    private static Values Row(AccessLine line, Language language) => new()
    {
        ["holder"] = line.Holder,
        ["tool"] = line.Grant.Tool,
        ["right"] = Word(line.Grant.Right).In(language),
        ["shared"] = line.Grant.Shared,
        ["since"] = line.Grant.Since,
        ["reviewed"] = line.Grant.Reviewed,
        ["closedOn"] = line.Grant.Closed,
        ["left"] = line.Left,
        ["leaver"] = line.State == AccessState.LeaverOpen,
        ["due"] = line.State == AccessState.ReviewDue,
    };

    private static List<object?> Suggested(DocumentContext context, People people)
    {
        var engagement = context.Engagement;
        var admin = Word(AccessRight.Admin).In(context.Language);
        var rows = engagement.Tools.Where(tool => tool.Kept)
            .Select(tool => (object?)new Values { ["holder"] = people.Name(tool.Owner), ["tool"] = tool.Name, ["right"] = admin });
        var obm = people.FirstAs(PersonRole.Obm);
        var own = engagement.Scope.Access.Select(access => (object?)new Values
        {
            ["holder"] = people.Name(obm?.Id), ["tool"] = access, ["right"] = Word(AccessRight.Read).In(context.Language),
        });
        return [.. rows, .. own];
    }

    private static LocalizedText Word(AccessRight right) => right switch
    {
        AccessRight.Read => new("read", "lecture"),
        AccessRight.Edit => new("edit", "écriture"),
        _ => new("administer", "administration"),
    };
}
