namespace OpsAutomation.Azure.Tests.Graph.Turns;

/// <summary>What an instance does at a mailbox.</summary>
internal enum TurnStepKind
{
    Take,
    TakeToSend,
    Ask,
    GiveBack,
    Wait,
    Crash,
}
