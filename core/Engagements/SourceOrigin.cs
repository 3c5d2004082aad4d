namespace OpsAutomation.Engagements;

/// <summary>Where the exports of a source are pulled from.</summary>
public abstract record SourceOrigin;
