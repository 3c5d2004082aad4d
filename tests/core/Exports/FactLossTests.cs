using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports;

public sealed class FactLossTests
{
    private readonly ImportBench bench = new();

    [Fact]
    public async Task An_export_that_came_again_is_named_where_it_came_last()
    {
        await ImportAsync("a.csv", 100);
        await ImportAsync("b.csv", 200);
        await ImportAsync("a.csv", 300);
        foreach (var path in bench.Blobs.Paths(bench.Engagement.Id).Where(path => path.StartsWith("facts/", StringComparison.Ordinal)))
            await bench.Blobs.DeleteAsync(bench.Engagement.Id, path);

        var failure = await Should.ThrowAsync<OpsException>(() => bench.ReadAsync(FactType.Deal));

        failure.Text.En.ShouldEndWith("in this order: b.csv (--taken 2026-01-31), a.csv (--taken 2026-01-31).");
        failure.Text.Fr.ShouldEndWith("b.csv (--taken 2026-01-31), a.csv (--taken 2026-01-31).");
    }

    private Task ImportAsync(string name, int amount) => bench.ImportAsync(
        $"Record ID,Deal Name,Deal Stage,Amount,Close Date\n1,A,closedwon,{amount},2026-01-05\n", name, taken: new LocalDate(2026, 1, 31));
}
