using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Digests;

/// <summary>A mailer that keeps what it delivers, once a key, and can fail before or after the delivery.</summary>
internal sealed class FakeMailer : IMailer
{
    public Dictionary<string, MailMessage> Delivered { get; } = new(StringComparer.Ordinal);

    public Exception? FailBefore { get; set; }

    public Exception? FailAfter { get; set; }

    /// <summary>Asked for each message: an exception to throw, or null.</summary>
    public Func<string, MailMessage, Exception?>? Refuses { get; set; }

    public Task<string> SendAsync(EngagementId engagement, string key, MailMessage message, CancellationToken cancellationToken = default)
    {
        if (FailBefore is { } before)
            throw before;
        if (Refuses?.Invoke(key, message) is { } refusal)
            throw refusal;
        lock (Delivered)
            Delivered.TryAdd(key, message);
        if (FailAfter is { } after)
            throw after;
        return Task.FromResult($"outbox/{key[..8]}.eml");
    }
}
