namespace OpsAutomation.Engagements;

/// <summary>A comparison of a field with values.</summary>
public enum ConditionOperator
{
    /// <summary>Is one of the values, whatever the case.</summary>
    Equals,

    /// <summary>Is none of the values, whatever the case; a missing field is none of them.</summary>
    NotEquals,

    /// <summary>Holds the value, whatever the case.</summary>
    Contains,

    /// <summary>Is at least the value.</summary>
    AtLeast,

    /// <summary>Is at most the value.</summary>
    AtMost,

    /// <summary>Is there; no value is named.</summary>
    Exists,
}
