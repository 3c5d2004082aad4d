namespace OpsAutomation.Kpis.Deals;

/// <summary>Where a deal stands.</summary>
internal enum DealStatus
{
    Open,
    Won,
    Lost,
}
