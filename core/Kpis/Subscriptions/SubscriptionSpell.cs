namespace OpsAutomation.Kpis.Subscriptions;

/// <summary>One subscription of a customer.</summary>
/// <param name="Customer">The number of the customer.</param>
/// <param name="From">The first day that is paid for.</param>
/// <param name="Until">The first day without it.</param>
/// <param name="Monthly">Money a month.</param>
/// <param name="Currency">The number of its currency.</param>
/// <param name="HasAmount">Whether the amount is known.</param>
/// <param name="PastDue">Whether a payment is late.</param>
/// <param name="Left">Whether a snapshot says that the customer left.</param>
/// <param name="Since">The day since which its amount is known to have stood.</param>
internal readonly record struct SubscriptionSpell(
    int Customer, int From, int Until, decimal Monthly, int Currency, bool HasAmount, bool PastDue, bool Left, int Since)
{
    /// <summary>Whether it runs at the end of a day.</summary>
    public bool RunsAt(int day) => From <= day && Until > day;

    /// <summary>Whether it runs at the end of a day for an amount that a later export overwrote.</summary>
    public bool IsOverwrittenAt(int day) => RunsAt(day) && Since > day;
}
