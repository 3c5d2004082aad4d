namespace OpsAutomation.Engagements.Yaml;

/// <summary>The mailbox folders that sources read: what one of them moves must not be waited for by another in vain.</summary>
internal sealed class OriginPlaces
{
    private readonly Dictionary<(string, string), string> moves = [];

    /// <summary>Refuses a source that moves the messages of a folder elsewhere than another one does.</summary>
    public void Check(YamlFields item, SourceSettings source)
    {
        if (source.Origin is not MailboxOrigin origin)
            return;
        var place = (origin.Mailbox.ToLowerInvariant(), origin.Folder.ToLowerInvariant());
        if (!moves.TryAdd(place, origin.MoveTo) && !moves[place].Equals(origin.MoveTo, StringComparison.OrdinalIgnoreCase))
        {
            item.Refuse("moveTo", new(
                "the folder that the source above moves messages of the same folder to was expected",
                "le dossier où la source plus haut déplace les messages du même dossier est attendu"));
        }
    }
}
