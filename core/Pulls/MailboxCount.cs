namespace OpsAutomation.Pulls;

/// <summary>What a look into a mailbox folder found.</summary>
internal sealed class MailboxCount
{
    /// <summary>Files that were enqueued.</summary>
    public int Enqueued { get; set; }

    /// <summary>The sources that a message held an export of.</summary>
    public HashSet<string> WithExport { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages of other senders, which stay.</summary>
    public int Strangers { get; set; }

    /// <summary>For each message of its senders that held no export, the source that the sender belongs to.</summary>
    public List<string> WithoutExport { get; } = [];
}
