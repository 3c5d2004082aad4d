using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Facts;

internal sealed record IncomingFile(long Version, params IReadOnlyList<IncomingRow> Rows)
{
    public FactType Type { get; init; } = FactType.Deal;

    public string Namespace { get; init; } = "hubspot";

    public bool Full { get; init; }

    public override string ToString() => $"@{Version}{(Full ? " full" : "")}: {string.Join(", ", Rows)}";
}
