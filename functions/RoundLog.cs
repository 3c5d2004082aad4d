using Microsoft.Extensions.Logging;
using OpsAutomation.Jobs.Dispatch;

namespace OpsAutomation.Functions;

/// <summary>Logs what a timer's round did: counts, and the engagements that could not be seen to.</summary>
public sealed partial class RoundLog(ILogger<RoundLog> log)
{
    /// <summary>Logs a round.</summary>
    public void Write(string function, bool pastDue, RoundReport report)
    {
        Done(log, function, report.Sent, report.Failures.Count, pastDue);
        foreach (var failure in report.Failures)
            Failed(log, failure.Fault, function, failure.Engagement.Value);
    }

    [LoggerMessage(110, LogLevel.Information, "{Function}: {Sent} sent, {Failures} engagements failed, past due: {PastDue}", EventName = "RoundDone")]
    private static partial void Done(ILogger log, string function, int sent, int failures, bool pastDue);

    [LoggerMessage(111, LogLevel.Error, "{Function} could not see to {Engagement}", EventName = "RoundFailed")]
    private static partial void Failed(ILogger log, Exception fault, string function, string engagement);
}
