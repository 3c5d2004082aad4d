namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>access</c>: who may do what in which tool.</summary>
internal static class AccessSection
{
    public static IReadOnlyList<AccessGrant> Read(YamlFields root, ReadingContext context, Engagement engagement) => [.. root.List("access").Select(item =>
    {
        var grant = new AccessGrant
        {
            Person = context.Person(item, "person"),
            Name = item.Text("name"),
            Tool = ToolSection.ToolOf(item, engagement),
            Right = item.Choice("right", Words.AccessRights) ?? item.Missing("right", Expected.OneOf(Words.AccessRights.Keys), AccessRight.Read),
            Since = item.Date("since"),
            Reviewed = item.Date("reviewed"),
            Closed = item.Date("closed"),
            Left = item.Date("left"),
            Shared = item.Flag("shared") ?? false,
        };
        if (grant.Person is null && grant.Name is null)
            item.Missing("person", new("the id of a person listed under people, or a name, was expected", "l'identifiant d'une personne de la liste people, ou un nom (name), est attendu"), 0);
        if (grant.Person is not null && grant.Name is not null)
            item.Refuse("name", new("either person or name was expected", "soit person, soit name est attendu"));
        if (grant.Person is not null && grant.Left is not null)
            item.Refuse("left", new("the last day of somebody listed under people belongs there", "le dernier jour d'une personne de la liste people s'y inscrit"));
        if (grant.Closed < grant.Since)
            item.Refuse("closed", Expected.Order);
        item.Finish();
        return grant;
    })];
}
