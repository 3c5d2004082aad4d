using OpsAutomation.Documents;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>documents</c>: which there are, who approves, owns and reads them.</summary>
internal static class DocumentSection
{
    private static readonly Dictionary<string, bool> Approvals = new(StringComparer.Ordinal) { ["required"] = true, ["none"] = false };

    private static readonly Dictionary<string, bool> Asks = new(StringComparer.Ordinal) { ["mail"] = true, ["none"] = false };

    public static DocumentSettings Read(YamlFields root, ReadingContext context)
    {
        if (root.Fields("documents") is not { } fields)
            return new();
        var settings = new DocumentSettings
        {
            Kinds = Kinds(fields, "kinds", context, _ => true, isOwnToo: false),
            CriticalSops = Kinds(fields, "criticalSops", context, kind => kind.Family == DocumentFamily.Sop, isOwnToo: true),
            ReviewMonths = fields.Integer("reviewMonths", 1, 60) ?? 6,
            Approval = fields.Choice("approval", Approvals),
            Approver = context.Person(fields, "approver"),
            AsksByMail = fields.Choice("asks", Asks) ?? true,
            Life = Life(fields, context),
        };
        fields.Finish();
        return settings;
    }

    private static IReadOnlyList<string> Kinds(YamlFields fields, string key, ReadingContext context, Func<DocumentKind, bool> fits, bool isOwnToo)
    {
        var known = DocumentLibrary.Kinds.Where(fits).Select(kind => kind.Id).ToList();
        var named = fields.Texts(key);
        foreach (var kind in named.Where(kind => !known.Contains(kind.Text, StringComparer.Ordinal) && !(isOwnToo && DocumentLibrary.OwnKind(kind.Text) is { } own && fits(own))))
            context.Errors.Add(kind.Line, kind.Path, Expected.OneOf(known));
        return [.. named.Select(kind => kind.Text)];
    }

    private static List<DocumentLifeSetting> Life(YamlFields fields, ReadingContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var life = new List<DocumentLifeSetting>();
        foreach (var item in fields.List("life"))
        {
            var kind = item.RequiredText("kind");
            if (kind.Length > 0 && DocumentLibrary.OwnKind(kind) is null && DocumentLibrary.Kinds.All(known => known.Id != kind))
                item.Refuse("kind", Expected.OneOf(DocumentLibrary.Kinds.Select(known => known.Id)));
            else if (kind.Length > 0 && !seen.Add(kind))
                item.Refuse("kind", Expected.Unique);
            life.Add(new(kind)
            {
                Owner = context.Person(item, "owner"),
                Approver = context.Person(item, "approver"),
                Readers = context.Persons(item, "readers"),
                Approval = item.Choice("approval", Approvals),
                ReviewMonths = item.Integer("reviewMonths", 1, 60),
            });
            item.Finish();
        }

        return life;
    }
}
