using NodaTime;

namespace OpsAutomation.Documents.Workload;

/// <summary>A person's week.</summary>
/// <param name="Week">Its days, both ends included.</param>
/// <param name="Hours">The hours of work due in it.</param>
/// <param name="Capacity">The hours that the person has in it, net of leave and public holidays.</param>
/// <param name="Leave">The hours that leave takes of its working days.</param>
/// <param name="Holidays">How many public holidays fall on Monday to Friday.</param>
internal sealed record WeekLoad(DateInterval Week, decimal Hours, decimal Capacity, decimal Leave, int Holidays)
{
    /// <summary>Load in percent of capacity; null where there is no capacity.</summary>
    public decimal? Rate => Capacity == 0m ? null : Hours * 100m / Capacity;

    /// <summary>Whether there is more work than time.</summary>
    public bool IsOver => Hours > Capacity;

    /// <summary>The hours that do not fit.</summary>
    public decimal Excess => Math.Max(0m, Hours - Capacity);

    /// <summary>Whether less than seven tenths of the time are taken.</summary>
    public bool HasRoom => Rate < CapacityPlan.Slack;
}
