namespace OpsAutomation.Engagements;

/// <summary>What an account may do.</summary>
public enum AccessRight
{
    /// <summary>See.</summary>
    Read,

    /// <summary>See and change.</summary>
    Edit,

    /// <summary>Also give and take rights.</summary>
    Admin,
}
