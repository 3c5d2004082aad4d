namespace OpsAutomation.Engagements;

/// <summary>The part a person has in an engagement.</summary>
public enum PersonRole
{
    /// <summary>Ordered the engagement; usually the CEO.</summary>
    Sponsor,

    /// <summary>The CEO, where another than the sponsor.</summary>
    Ceo,

    /// <summary>The internal relay.</summary>
    Relay,

    /// <summary>The internal deputy who takes over.</summary>
    Deputy,

    /// <summary>The internal COO.</summary>
    InternalCoo,

    /// <summary>The OBM or fractional COO herself.</summary>
    Obm,

    /// <summary>A manager of a team.</summary>
    Manager,

    /// <summary>Anybody else.</summary>
    Member,
}
