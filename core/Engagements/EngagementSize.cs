namespace OpsAutomation.Engagements;

/// <summary>The size of the client company: sets the defaults of KPIs, documents and approval.</summary>
public enum EngagementSize
{
    /// <summary>A solo business: five KPIs, four SOPs, two checklists, published without approval.</summary>
    Solo,

    /// <summary>A small company.</summary>
    Small,

    /// <summary>A small or medium-sized enterprise with teams and managers.</summary>
    Sme,
}
