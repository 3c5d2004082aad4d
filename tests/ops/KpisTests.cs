using System.Text.Json;

namespace OpsAutomation.Ops.Tests;

public sealed class KpisTests : IAsyncLifetime
{
    private readonly OpsRun ops = new();

    public async ValueTask InitializeAsync()
    {
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "fr", "--start", "2025-12-01");
        var file = ops.Write("deals.csv", "Deal ID;Deal Name;Deal Stage;Amount;Create Date;Close Date\n1;A;Closed Won;1200,50;2025-12-01;2025-12-31\n2;B;Closed Lost;800,00;2025-12-02;2025-12-30\n");
        await ops.DoAsync("import", file, "-e", "lumen");
    }

    [Fact]
    public async Task Json_is_an_array_with_the_fields_of_the_contract()
    {
        var kpis = await ops.JsonAsync("kpis", "-e", "lumen", "--from", "2025-12-01", "--to", "2025-12-31");

        kpis.ValueKind.ShouldBe(JsonValueKind.Array);
        var won = Find(kpis, "sales.won-amount");
        foreach (var field in new[] { "id", "label", "unit", "grain", "nature", "value", "period", "previous", "yearAgo", "target", "status", "owner", "series", "sources", "warnings" })
            won.TryGetProperty(field, out _).ShouldBeTrue(field);
        won.GetProperty("value").GetDecimal().ShouldBe(1200.50m);
        won.GetProperty("status").GetString().ShouldBe("no-target");
        won.GetProperty("sources")[0].GetProperty("file").GetString().ShouldBe("deals.csv");
    }

    [Fact]
    public async Task People_read_a_table_in_the_language_and_locale_of_the_engagement()
    {
        var text = await ops.DoAsync("kpis", "-e", "lumen", "--from", "2025-12-01", "--to", "2025-12-31");

        text.ShouldStartWith("Atelier Lumen\n");
        text.ShouldContain("décembre 2025");
        text.ShouldContain("50,0\u00a0%");
        text.ShouldContain("deals.csv  2 lignes  0 rejetée");
    }

    [Fact]
    public async Task A_value_that_a_person_enters_outranks_the_computed_one()
    {
        (await ops.DoAsync("kpi", "set", "finance.cash", "126 300,5", "--date", "2025-12-31", "-e", "lumen", "--by", "Léa"))
            .ShouldContain("126\u202f301\u00a0€ saisi pour le 31 déc. 2025");

        var cash = Find(await ops.JsonAsync("kpis", "-e", "lumen", "--at", "2026-01-05"), "finance.cash");

        cash.GetProperty("value").GetDecimal().ShouldBe(126300.5m);
        cash.GetProperty("entered").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_last_value_entered_for_a_day_holds_even_if_it_was_entered_before()
    {
        foreach (var value in new[] { "100", "200", "100" })
        {
            await ops.DoAsync("kpi", "set", "finance.cash", value, "--date", "2025-12-31", "-e", "lumen", "--by", "Léa");
            ops.Time.Advance(NodaTime.Duration.FromMinutes(1));
        }

        Find(await ops.JsonAsync("kpis", "-e", "lumen"), "finance.cash").GetProperty("value").GetDecimal().ShouldBe(100m);
    }

    private static JsonElement Find(JsonElement kpis, string id) => kpis.EnumerateArray().Single(kpi => kpi.GetProperty("id").GetString() == id);

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}
