using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Triggers a function on a schedule.</summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>A monitored timer on this schedule: six NCRONTAB fields, in UTC.</summary>
    public TimerTriggerAttribute(string schedule)
    {
        Schedule = schedule;
        UseMonitor = true;
    }

    /// <summary>The schedule; <c>%NAME%</c> stands for a setting.</summary>
    public string Schedule { get; private set; }

    /// <summary>Whether the last run is remembered over restarts, so that a missed one is made good.</summary>
    public bool UseMonitor { get; set; }

    /// <summary>Whether the function also runs whenever the app starts.</summary>
    public bool RunOnStartup { get; set; }
}
