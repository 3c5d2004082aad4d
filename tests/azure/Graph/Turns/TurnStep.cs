namespace OpsAutomation.Azure.Tests.Graph.Turns;

/// <summary>A step of one of two instances.</summary>
/// <param name="Instance">0 or 1.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Amount">How long, or which turn.</param>
internal sealed record TurnStep(int Instance, TurnStepKind Kind, int Amount);
