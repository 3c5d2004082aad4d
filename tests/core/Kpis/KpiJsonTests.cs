using System.Text.Json;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class KpiJsonTests
{
    private static JsonElement Write(KpiScenario scenario, string kpi, Language language = Language.French) =>
        JsonDocument.Parse(KpiJson.Write(scenario.All("2026-03-02", "2026-03-08"), language)).RootElement
            .EnumerateArray().Single(element => element.GetProperty("id").GetString() == kpi);

    private static KpiScenario Deals(params DealBuilder[] deals) => new KpiScenario()
        .Add(deals.Select(deal => deal.Build()))
        .Covering(FactType.Deal, "2026-01-01", "2026-06-30", rejected: 2)
        .Set(kpis => kpis with { Owners = new Dictionary<string, string>(StringComparer.Ordinal) { [KpiIds.WonAmount] = "claire" } })
        .Target(KpiIds.WonAmount, Grain.Week, 20m);

    [Fact]
    public void A_KPI_is_written_as_the_contract_says()
    {
        var text = Write(Deals(new DealBuilder().Won().Closed("2026-03-04").Amount(12.50m)), KpiIds.WonAmount).GetRawText();

        text.ShouldBe(
            """{"id":"sales.won-amount","label":"Signé","unit":"EUR","grain":"week","nature":"flow","value":12.5,"period":{"from":"2026-03-02","to":"2026-03-08","partial":false},"previous":0,"yearAgo":null,"target":20,"status":"off-target","owner":"claire","series":[{"period":"2026-W05","value":0},{"period":"2026-W06","value":0},{"period":"2026-W07","value":0},{"period":"2026-W08","value":0},{"period":"2026-W09","value":0},{"period":"2026-W10","value":12.5}],"sources":[{"file":"export.csv","rows":3,"rejected":2,"importedAt":"2026-06-30T09:00:00Z"}],"warnings":[]}""");
    }

    [Fact]
    public void No_data_is_null_and_never_zero()
    {
        var rate = Write(Deals(), KpiIds.WinRate, Language.English);

        rate.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        rate.GetProperty("status").GetString().ShouldBe("no-data");
        rate.GetProperty("label").GetString().ShouldBe("Win rate");
        rate.GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Decimals_are_exact()
    {
        var amount = 7922816251426433759354395033.5m;

        Write(Deals(new DealBuilder().Won().Closed("2026-03-04").Amount(amount)), KpiIds.WonAmount).GetProperty("value").GetRawText()
            .ShouldBe("7922816251426433759354395033.5");
    }

    [Fact]
    public void Several_currencies_are_listed()
    {
        var won = Write(
            Deals(new DealBuilder().Won().Closed("2026-03-04").Amount(1m), new DealBuilder().Won().Closed("2026-03-04").Amount(2m).Currency("USD")), KpiIds.WonAmount);

        won.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        won.GetProperty("byCurrency").GetRawText().ShouldBe("""[{"currency":"EUR","value":1},{"currency":"USD","value":2}]""");
    }

    [Fact]
    public void A_table_has_rows() =>
        Write(Deals(new DealBuilder().Lost("Prix").Closed("2026-03-04").Amount(3m)), KpiIds.LossReasons).GetProperty("rows").GetRawText()
            .ShouldBe("""[{"label":"Prix","count":1,"amount":3}]""");

    [Fact]
    public void Every_id_of_the_contract_is_there()
    {
        var ids = JsonDocument.Parse(KpiJson.Write(new KpiScenario().All("2026-03-09"), Language.English)).RootElement
            .EnumerateArray().Select(element => element.GetProperty("id").GetString()).ToList();

        ids.ShouldBe(
        [
            "sales.won-amount", "sales.won-count", "sales.lost-count", "sales.win-rate", "sales.average-deal", "sales.cycle-days", "sales.cycle-days-median",
            "sales.open-pipeline", "sales.weighted-pipeline", "sales.created-count", "sales.stale-count", "sales.coverage", "sales.loss-reasons",
            "marketing.leads", "marketing.lead-to-customer-rate",
            "finance.revenue", "finance.result", "finance.gross-margin", "finance.direct-margin", "finance.cash", "finance.net-cash", "finance.runway-months",
            "finance.receivables", "finance.dso-days", "finance.sales", "finance.orders", "finance.average-order", "finance.overdue-amount", "finance.collected",
            "customers.mrr", "customers.churn-rate", "customers.revenue-churn", "customers.nps",
            "support.opened-count", "support.closed-count", "support.backlog", "support.first-response-hours", "support.first-response-hours-p90",
            "support.resolution-hours", "support.resolution-hours-p90", "support.top-issues", "support.top-customers",
            "quality.complaint-rate", "quality.reopened-rate", "quality.first-contact-resolution",
            "delivery.done-count", "delivery.overdue-count", "delivery.lead-time-days", "delivery.lead-time-days-p90", "delivery.on-time-rate", "delivery.load-rate",
            "operations.sop-coverage", "operations.sop-overdue-reviews", "operations.milestones-on-time", "operations.ceo-dependency", "operations.without-deputy",
        ]);
    }
}
