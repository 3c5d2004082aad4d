namespace OpsAutomation.Documents;

/// <summary>What a kind of document is for.</summary>
public enum DocumentFamily
{
    /// <summary>Frames the engagement or the company's way of working.</summary>
    Framing,

    /// <summary>A standard operating procedure: provisional where a solo author publishes it, reviewed, counted by SOP coverage.</summary>
    Sop,

    /// <summary>Written anew for each meeting or report.</summary>
    Cadence,

    /// <summary>A list to tick.</summary>
    Checklist,

    /// <summary>What to do in a crisis, with a scenario to practise.</summary>
    Playbook,
}
