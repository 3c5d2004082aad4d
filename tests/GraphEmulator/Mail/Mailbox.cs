namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>A mailbox: folders and messages. Whoever reads or changes it holds its lock.</summary>
public sealed class Mailbox
{
    private static readonly (string WellKnown, string Name)[] Standard =
        [("inbox", "Inbox"), ("drafts", "Drafts"), ("sentitems", "Sent Items"), ("deleteditems", "Deleted Items"), ("archive", "Archive")];

    internal Mailbox(string address)
    {
        Address = address;
        foreach (var (wellKnown, name) in Standard)
            Folders.Add(new($"F-{wellKnown}", name, wellKnown, null));
    }

    /// <summary>Its address.</summary>
    public string Address { get; }

    /// <summary>The folders.</summary>
    public List<MailFolder> Folders { get; } = [];

    /// <summary>The messages, oldest first.</summary>
    public List<StoredMessage> Messages { get; } = [];

    /// <summary>Held while anything is read or changed.</summary>
    public Lock Gate { get; } = new();

    /// <summary>A folder by id or well-known name, or null.</summary>
    public MailFolder? FindFolder(string id) =>
        Folders.FirstOrDefault(folder => folder.Id == id || string.Equals(folder.WellKnown, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>A message by either of its ids, or null.</summary>
    public StoredMessage? FindMessage(string id) => Messages.FirstOrDefault(message => message.ImmutableId == id || message.PlaceId == id);
}
