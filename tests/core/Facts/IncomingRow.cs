using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Facts;

internal sealed record IncomingRow(string Id, FactRecord Record)
{
    public FactTime? Modified { get; init; }

    public IReadOnlyList<string> Absorbed { get; init; } = [];

    public override string ToString() =>
        $"{Id}={Record.FindText(DealFields.Name)}/{Record.FindNumber(DealFields.Amount)} {Record.State} {Modified?.Date}{(Absorbed.Count > 0 ? " absorbs " + string.Join('+', Absorbed) : "")}";
}
