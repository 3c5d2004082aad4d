namespace OpsAutomation;

/// <summary>A language in which the product speaks to people.</summary>
public enum Language
{
    /// <summary>English, whatever the country.</summary>
    English,

    /// <summary>French, whatever the country.</summary>
    French,
}
