using Microsoft.Extensions.Logging;
using OpsAutomation.Heartbeats;

namespace OpsAutomation.Functions;

/// <summary>Logs that the app is alive and what has not left: alerts read the templates' first words, and the absence of the first.</summary>
public sealed partial class HeartbeatLog(ILogger<HeartbeatLog> log, RoundLog rounds)
{
    /// <summary>Logs a look.</summary>
    public void Write(bool pastDue, HeartbeatReport report)
    {
        rounds.Write("CheckHeartbeats", pastDue, report.Round);
        foreach (var digest in report.Overdue)
            Overdue(log, digest.Engagement.Value, digest.Since.ToDateTimeOffset(), digest.Reason);
        Checked(log, report.Engagements, report.Overdue.Count, report.Round.Failures.Count);
    }

    [LoggerMessage(140, LogLevel.Information, "Heartbeat of {Engagements} engagements: {Overdue} digests overdue, {Failures} could not be looked at", EventName = "HeartbeatChecked")]
    private static partial void Checked(ILogger log, int engagements, int overdue, int failures);

    [LoggerMessage(141, LogLevel.Error, "Digest overdue in {Engagement} since {Since}: {Reason}", EventName = "DigestOverdue")]
    private static partial void Overdue(ILogger log, string engagement, DateTimeOffset since, OverdueReason reason);
}
