using System.Collections.Concurrent;
using System.Globalization;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>The mailboxes; one that is asked for comes to be. What takes time, such as the move to Sent Items, is worked out when somebody looks.</summary>
public sealed class MailStore(EmulatorSettings settings, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Mailbox> mailboxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DeliveredMail> delivered = [];
    private readonly Lock gate = new();
    private int ids;

    /// <summary>Every mailbox that was asked for.</summary>
    public IReadOnlyList<Mailbox> All => [.. mailboxes.Values];

    /// <summary>What left, in order.</summary>
    public IReadOnlyList<DeliveredMail> Delivered
    {
        get
        {
            lock (gate)
                return [.. delivered];
        }
    }

    /// <summary>The mailbox of an address.</summary>
    public Mailbox Of(string address) => mailboxes.GetOrAdd(address, name => new(name));

    /// <summary>A new id.</summary>
    public string NewId(string prefix) => prefix + Interlocked.Increment(ref ids).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The time it is.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A new message in a folder, added.</summary>
    public StoredMessage Add(Mailbox mailbox, string folder)
    {
        var id = NewId("AAkA");
        var message = new StoredMessage { ImmutableId = id, Folder = mailbox.FindFolder(folder)!.Id, Created = Now, Modified = Now, InternetMessageId = $"<{id}@emulator>" };
        lock (mailbox.Gate)
            mailbox.Messages.Add(message);
        return message;
    }

    /// <summary>Brings a mailbox up to now: what was accepted long enough ago is in Sent Items.</summary>
    public void Settle(Mailbox mailbox)
    {
        var delay = TimeSpan.FromMilliseconds(settings.MoveToSentMilliseconds);
        lock (mailbox.Gate)
        {
            foreach (var message in mailbox.Messages.Where(message => message.IsDraft && message.Accepted is { } accepted && Now - accepted >= delay))
            {
                message.IsDraft = false;
                message.IsRead = true;
                message.Folder = mailbox.FindFolder("sentitems")!.Id;
                message.Modified = Now;
                message.Changes++;
            }
        }
    }

    /// <summary>Whether a message is on its way to Sent Items and shown nowhere.</summary>
    public bool IsHidden(StoredMessage message) => settings.HiddenWhileMoving && message is { IsDraft: true, Accepted: not null };

    /// <summary>Whether a filter finds a property by now.</summary>
    public bool IsIndexed(DateTimeOffset set) => Now - set >= TimeSpan.FromMilliseconds(settings.FilterLagMilliseconds);

    /// <summary>Accepts a draft for sending. A second time, before the move, a second mail leaves: the worst that a service may do.</summary>
    public void Accept(Mailbox mailbox, StoredMessage message)
    {
        lock (mailbox.Gate)
        {
            message.Accepted ??= Now;
            lock (gate)
            {
                delivered.Add(new(
                    mailbox.Address, message.Properties.Count == 0 ? null : message.Properties.First().Value.Value, [.. message.To.Select(person => person.Address)],
                    message.Subject, [.. message.Attachments.Select(file => file.Name)], message.ImmutableId, Now));
            }
        }
    }
}
