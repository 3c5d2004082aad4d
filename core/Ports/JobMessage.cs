using System.Text;
using OpsAutomation.Jobs;

namespace OpsAutomation.Ports;

/// <summary>The limits and the encoding of messages, the same for every adapter.</summary>
public static class JobMessage
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);

    /// <summary>Refuses what a queue would not take.</summary>
    /// <exception cref="ArgumentException">The text is over 48 KB in UTF-8, or the delay is negative or over 7 days.</exception>
    public static void Check(string message, TimeSpan delay)
    {
        if (Encoding.UTF8.GetByteCount(message) > JobSender.LongestMessage)
            throw new ArgumentException("A message has at most 48 KB: what is longer goes to a blob.", nameof(message));
        if (delay < TimeSpan.Zero || delay > LongestDelay)
            throw new ArgumentOutOfRangeException(nameof(delay), "A message is delayed by at most 7 days.");
    }

    /// <summary>The text as the Functions host expects it in a queue: base64 of UTF-8.</summary>
    public static string Encode(string message) => Convert.ToBase64String(Encoding.UTF8.GetBytes(message));
}
