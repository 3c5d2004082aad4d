using OpsAutomation.Audit;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>
/// Records what a command does to secrets, which are in no store that a commit could span: before it does it, since a line too many
/// harms less than a secret that was replaced and nobody knows by whom.
/// </summary>
internal static class WebhookAudit
{
    /// <summary>Adds the line.</summary>
    public static Task RecordAsync(OpenEngagement open, TimeProvider time, string? by, string action, string subject, CancellationToken cancellationToken) =>
        open.Home.State.CommitAsync(open.Id, [AuditLog.LineOf(time, by, action, subject)], cancellationToken);
}
