namespace OpsAutomation.Events;

/// <summary>When a delivery that failed is tried again: at growing intervals for 24 hours.</summary>
internal static class EventRetries
{
    /// <summary>For how long after it was taken an event is tried; one whose turn comes later is tried once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly TimeSpan MostAsked = TimeSpan.FromHours(6);

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(6), TimeSpan.FromHours(10),
    ];

    /// <summary>How long to wait after an attempt, from 1, that failed; null after the last.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="asked">How long the receiver asks to wait, or null; more than six hours are not granted.</param>
    public static TimeSpan? After(int attempt, TimeSpan? asked)
    {
        if (attempt > Delays.Length)
            return null;
        var delay = Delays[attempt - 1];
        var granted = asked > MostAsked ? MostAsked : asked;
        return granted > delay ? granted : delay;
    }
}
