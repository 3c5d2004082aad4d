namespace OpsAutomation.Documents;

/// <summary>What is wrong with a line of the RACI matrix.</summary>
/// <param name="Process">The line.</param>
/// <param name="Text">What is wrong and what would mend it.</param>
public sealed record RaciFault(string Process, LocalizedText Text);
