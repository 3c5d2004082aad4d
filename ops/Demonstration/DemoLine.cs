using NodaTime;

namespace OpsAutomation.Ops.Demonstration;

/// <summary>One line of a sample company's script: a command, the day on which it is typed, and whether its whole answer is shown.</summary>
internal sealed record DemoLine(LocalDate Day, string Command, bool ShowsAll);
