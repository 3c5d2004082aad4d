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
internal readonly record struct SubscriptionSpell(
    int Customer, int From, int Until, decimal Monthly, int Currency, bool HasAmount, bool PastDue, bool Left)
{
    /// <summary>Whether it runs at the end of a day.</summary>
    public bool RunsAt(int day) => From <= day && Until > day;
}
