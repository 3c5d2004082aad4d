namespace OpsAutomation.Engagements;

/// <summary>How the items of the backlog are compared.</summary>
public enum BacklogScoring
{
    /// <summary>Impact × confidence × ease, each from 1 to 10.</summary>
    Ice,

    /// <summary>Reach × impact × confidence in percent ÷ effort in days.</summary>
    Rice,
}
