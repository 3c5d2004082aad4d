using OpsAutomation.Digests;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ports;

/// <summary>Sends mail. The same key is delivered at most once, whatever is repeated.</summary>
public interface IMailer
{
    /// <summary>Sends a message, or finds that the one of that key was sent.</summary>
    /// <param name="engagement">Whose mail it is.</param>
    /// <param name="key">Engagement, period, recipient and revision, hashed: what is sent at most once.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops before the effect.</param>
    /// <returns>Where the message is now: a path or an id, to be kept with the digest.</returns>
    Task<string> SendAsync(EngagementId engagement, string key, MailMessage message, CancellationToken cancellationToken = default);
}
