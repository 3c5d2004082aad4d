namespace OpsAutomation.Samples;

/// <summary>How a deal ended so far.</summary>
internal enum DealEnd
{
    Open,
    Won,
    Lost,
}
