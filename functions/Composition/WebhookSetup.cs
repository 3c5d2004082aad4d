using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Functions.Composition;

/// <summary>
/// Reads the sources of webhooks and refuses one request before the app listens: Slack waits three seconds for its challenge, and the first
/// request is not to pay for what the others find ready.
/// </summary>
internal sealed partial class WebhookSetup(IServiceScopeFactory scopes, WebhookDirectory directory, ILogger<WebhookSetup> log) : StartupStep
{
    private static readonly byte[] Nothing = Encoding.UTF8.GetBytes("""{"type":"url_verification"}""");

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var receiver = scope.ServiceProvider.GetRequiredService<WebhookReceiver>();
            await receiver.ReceiveAsync(
                new("", "slack", "POST", "application/json", name => name.StartsWith("X-Slack-", StringComparison.Ordinal) ? "v0=0" : null, new MemoryStream(Nothing)), cancellationToken);
            await directory.PrepareAsync(cancellationToken);
        }
        catch (OpsException failure)
        {
            // The first request tries again, and its sender hears of it.
            Unread(log, failure);
        }
    }

    [LoggerMessage(130, LogLevel.Warning, "The sources of webhooks could not be read yet", EventName = "WebhookSourcesUnread")]
    private static partial void Unread(ILogger log, Exception exception);
}
