using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Benchmarks.Cost;

/// <summary>Counts mails. Each is four requests to Graph: make the draft, look it up, send, see that it left (decision 7).</summary>
internal sealed class CountedMailer(OperationCounts counts) : IMailer
{
    public Task<string> SendAsync(EngagementId engagement, string key, MailMessage message, CancellationToken cancellationToken = default)
    {
        counts.Add("graph-mail", 4);
        return Task.FromResult("mail/" + key);
    }
}
