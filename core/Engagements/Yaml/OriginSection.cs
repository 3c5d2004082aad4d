using OpsAutomation.Ports;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>sources[].from</c> and what belongs to each of its values: where the exports of a source are pulled from.</summary>
internal static class OriginSection
{
    private static readonly LocalizedText Origins = Expected.OneOf(["inbox", "mailbox", "drive", "url"]);

    private static readonly LocalizedText Folder = new(
        "the names of folders from the top were expected, such as Inbox/Exports",
        "les noms des dossiers depuis la racine sont attendus, par exemple Inbox/Exports");

    private static readonly LocalizedText Senders = new(
        "the addresses that send the exports were expected, or their domains such as @hubspot.com",
        "les adresses qui envoient les exports sont attendues, ou leurs domaines comme @hubspot.com");

    private static readonly LocalizedText Drive = new(
        "drive (the id of a drive, or the address of the OneDrive's owner) or site (its id, or contoso.sharepoint.com:/sites/name) was expected, and not both",
        "drive (l'identifiant d'un lecteur, ou l'adresse de la personne dont c'est le OneDrive) ou site (son identifiant, ou contoso.sharepoint.com:/sites/nom) est attendu, et pas les deux");

    private static readonly LocalizedText Link = new(
        "an https link on the public internet was expected, without user name and password",
        "un lien https de l'internet public est attendu, sans nom d'utilisateur ni mot de passe");

    public static SourceOrigin Read(YamlFields item, ReadingContext context)
    {
        var from = item.Parse("from", Origins, text => text.Trim().ToLowerInvariant() is "inbox" or "mailbox" or "drive" or "url" ? text.Trim().ToLowerInvariant() : null);
        return from switch
        {
            "mailbox" => Mailbox(item, context),
            "drive" => OfDrive(item),
            "url" => Url(item),
            _ => InboxOrigin.Instance,
        };
    }

    private static MailboxOrigin Mailbox(YamlFields item, ReadingContext context)
    {
        var mailbox = PeopleSection.Email(item, "mailbox") ?? item.Missing("mailbox", Expected.Email, "");
        var folder = FolderOf(item, "folder") ?? "Inbox";
        var senders = new List<string>();
        foreach (var sender in item.Texts("senders"))
        {
            if (PeopleSection.IsEmail(sender.Text) || (sender.Text.StartsWith('@') && PeopleSection.IsEmail("x" + sender.Text)))
                senders.Add(sender.Text.Trim());
            else
                context.Errors.Add(sender.Line, sender.Path, Senders);
        }

        if (!item.Has("senders"))
            item.Missing("senders", Senders, 0);
        var moveTo = FolderOf(item, "moveTo") ?? item.Missing("moveTo", Folder, "");
        if (moveTo.Length > 0 && moveTo.Equals(folder, StringComparison.OrdinalIgnoreCase))
            item.Refuse("moveTo", new("a folder other than the one that is read was expected", "un autre dossier que celui qui est lu est attendu"));
        return new(mailbox, folder, senders, moveTo) { Tenant = PeopleSection.Tenant(item, "tenant") };
    }

    public static DriveOrigin OfDrive(YamlFields item)
    {
        var (drive, site) = (Identifier(item, "drive"), Identifier(item, "site"));
        if (item.Has("drive") == item.Has("site"))
            item.Refuse(item.Has("drive") ? "site" : "drive", Drive);
        return new(drive, site, FolderOf(item, "folder") ?? "", item.Flag("subfolders") ?? false) { Tenant = PeopleSection.Tenant(item, "tenant") };
    }

    private static UrlOrigin Url(YamlFields item)
    {
        var link = item.Parse("link", Link, text => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && PublicAddress.Problem(uri) is null ? uri : null)
            ?? item.Missing("link", Link, new Uri("https://example.com/"));
        return new(link, item.Choice("every", Words.Schedules) ?? PullSchedule.Day);
    }

    // What goes into the path of a request as one part of it.
    private static string? Identifier(YamlFields item, string key) =>
        item.Parse(key, Drive, text => text.Trim() is { Length: > 0 } id && id.IndexOfAny(['?', '#', '\\', '%', ' ']) < 0 && !id.Contains("..", StringComparison.Ordinal) ? id : null);

    private static string? FolderOf(YamlFields item, string key) => item.Parse(key, Folder, text =>
    {
        var parts = text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 || Array.Exists(parts, part => part is "." or ".." || part.Any(char.IsControl) || part.Contains('\\', StringComparison.Ordinal))
            ? null
            : string.Join('/', parts);
    });
}
