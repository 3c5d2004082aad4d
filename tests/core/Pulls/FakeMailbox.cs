using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Pulls;

/// <summary>Mailboxes in memory. A test can make any operation fail.</summary>
internal sealed class FakeMailbox : IMailbox
{
    private readonly List<Stored> messages = [];

    /// <summary>Asked before every operation: an exception to throw, or null.</summary>
    public Func<string, Exception?>? Fault { get; set; }

    /// <summary>The folder of each message, in the order they came.</summary>
    public IReadOnlyList<string> Folders => [.. messages.Select(message => message.Folder)];

    /// <summary>How often a content was opened.</summary>
    public int Opened { get; private set; }

    public void Receive(string sender, Instant received, params (string Name, string Content)[] files) =>
        Receive(sender, received, [.. files.Select((file, i) => new MailboxAttachment($"a{i}", file.Name, null, file.Content.Length, true))], [.. files.Select(file => file.Content)]);

    public void Receive(string sender, Instant received, IReadOnlyList<MailboxAttachment> attachments, IReadOnlyList<string> contents) =>
        messages.Add(new(new($"m{messages.Count}", sender, received), attachments, contents) { Folder = "Inbox/Exports" });

    public Task<IReadOnlyList<MailboxMessage>> ListAsync(EngagementId engagement, MailboxOrigin place, CancellationToken cancellationToken = default)
    {
        Step("list", cancellationToken);
        return Task.FromResult<IReadOnlyList<MailboxMessage>>([.. messages.Where(message => message.Folder == place.Folder).Select(message => message.Message).OrderBy(message => message.Received)]);
    }

    public Task<IReadOnlyList<MailboxAttachment>> ListAttachmentsAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default)
    {
        Step("attachments", cancellationToken);
        return Task.FromResult(Find(message).Attachments);
    }

    public Task<Stream?> OpenAttachmentAsync(EngagementId engagement, MailboxOrigin place, string message, string attachment, CancellationToken cancellationToken = default)
    {
        Step("open", cancellationToken);
        Opened++;
        var stored = Find(message);
        var index = stored.Attachments.ToList().FindIndex(candidate => candidate.Id == attachment);
        return Task.FromResult<Stream?>(new MemoryStream(Encoding.UTF8.GetBytes(stored.Contents[index])));
    }

    public Task MoveAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default)
    {
        Step("move", cancellationToken);
        Find(message).Folder = place.MoveTo;
        return Task.CompletedTask;
    }

    private Stored Find(string id) => messages.Single(message => message.Message.Id == id);

    private void Step(string what, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault?.Invoke(what) is { } fault)
            throw fault;
    }

    private sealed record Stored(MailboxMessage Message, IReadOnlyList<MailboxAttachment> Attachments, IReadOnlyList<string> Contents)
    {
        public string Folder { get; set; } = "";
    }
}
