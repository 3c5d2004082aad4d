using Microsoft.Extensions.Logging;
using OpsAutomation.Jobs.DeadLetters;

namespace OpsAutomation.Functions;

/// <summary>Logs messages that failed for good, whether the app refused them or the host gave up: alerts read the template's first words.</summary>
public sealed partial class JobLog(ILogger<JobLog> log)
{
    /// <summary>Logs what a message became; null for nothing to log.</summary>
    public void Write(DeadLetter? letter)
    {
        if (letter is not null)
            Dead(log, letter.Queue, letter.Id, letter.Engagement.Value);
    }

    [LoggerMessage(112, LogLevel.Error, "Dead letter in {Queue}: {DeadLetter} of {Engagement}", EventName = "DeadLetter")]
    private static partial void Dead(ILogger log, string queue, string deadLetter, string engagement);
}
