using OpsAutomation.GraphEmulator.Mail;

namespace OpsAutomation.GraphEmulator.Control;

/// <summary>A mail that somebody else sends to a mailbox.</summary>
public sealed record IncomingMail
{
    /// <summary>The sender's address.</summary>
    public required string From { get; init; }

    /// <summary>The subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The text.</summary>
    public string Text { get; init; } = "";

    /// <summary>The folder's id, well-known name, or names from the top such as <c>Inbox/Exports</c>.</summary>
    public string Folder { get; init; } = "inbox";

    /// <summary>The Message-ID; null gives one. Delivered twice, a mail has the same.</summary>
    public string? InternetMessageId { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<IncomingFile> Attachments { get; init; } = [];

    /// <summary>Delivers it; a folder that is not there comes to be.</summary>
    public StoredMessage PutInto(MailStore store, Mailbox mailbox)
    {
        lock (mailbox.Gate)
        {
            var folder = mailbox.FindFolder(Folder) ?? ByNames(store, mailbox);
            var message = store.Add(mailbox, folder.Id);
            message.IsDraft = false;
            (message.From, message.To, message.Subject, message.Text) = (new(From, From), [new(mailbox.Address, mailbox.Address)], Subject, Text);
            message.InternetMessageId = InternetMessageId ?? message.InternetMessageId;
            message.Attachments.AddRange(Attachments.Select(file =>
                new StoredAttachment(store.NewId("AT"), file.Name, file.ContentType, file.Content) { IsInline = file.IsInline, IsMessage = file.IsMessage }));
            return message;
        }
    }

    private MailFolder ByNames(MailStore store, Mailbox mailbox)
    {
        MailFolder? folder = null;
        foreach (var name in Folder.Split('/'))
        {
            var parent = folder?.Id;
            folder = mailbox.Folders.Find(candidate => candidate.Parent == parent && candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (folder is null)
                mailbox.Folders.Add(folder = new(store.NewId("F-"), name, null, parent));
        }

        return folder!;
    }
}
