namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a timer's schedule stands; all times in UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run's start; <see langword="default"/> before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next occurrence; during a run, the one that is being run.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
