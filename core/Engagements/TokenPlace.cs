namespace OpsAutomation.Engagements;

/// <summary>Where a request carries its token.</summary>
public enum TokenPlace
{
    /// <summary><c>Authorization: Bearer TOKEN</c>.</summary>
    Bearer,

    /// <summary><c>Authorization: Basic</c>, with a user's name and the token as password.</summary>
    Basic,

    /// <summary>A header of the engagement's choice.</summary>
    Header,
}
