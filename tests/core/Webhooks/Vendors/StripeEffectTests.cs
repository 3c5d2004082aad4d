using OpsAutomation.Facts;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

public sealed class StripeEffectTests
{
    private readonly EffectWorld world = new();

    [Fact]
    public async Task A_payment_counts_once_by_its_charge_whichever_events_and_exports_tell_of_it()
    {
        await world.SampleAsync("stripe-payment-succeeded");
        (await world.WeekAsync("finance.collected")).ShouldBe(1_200m);

        await world.PostAsync("stripe", Charge("charge.succeeded", "evt_c1", 1767600112, 0));
        (await world.WeekAsync("finance.collected")).ShouldBe(1_200m);

        await world.ImportAsync(
            """
            id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status,Customer ID
            ch_3SmBg5LumenAcct0001qRsT,2026-01-05 08:01:50,1200.00,0.00,eur,true,Paid,cus_TjLumen00000002
            ch_other,2026-01-05 09:00:00,300.00,0.00,eur,true,Paid,cus_2

            """,
            "payments.csv");
        (await world.WeekAsync("finance.collected")).ShouldBe(1_500m);
        (await world.FactsAsync(FactType.Payment)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refund_lowers_what_was_collected()
    {
        await world.PostAsync("stripe", Charge("charge.succeeded", "evt_c1", 1767600112, 0));
        await world.PostAsync("stripe", Charge("charge.refunded", "evt_c2", 1767603000, 20_000));
        (await world.WeekAsync("finance.collected")).ShouldBe(1_000m);
        // Late to the door, it says nothing new.
        await world.PostAsync("stripe", Charge("charge.updated", "evt_c3", 1767600500, 0));
        (await world.WeekAsync("finance.collected")).ShouldBe(1_000m);
    }

    [Fact]
    public async Task A_subscription_that_changes_changes_the_recurring_revenue_that_an_export_began()
    {
        await world.ImportAsync(
            """
            id,Customer ID,Plan,Status,Amount,Quantity,Currency,Interval,Start Date (UTC),Created (UTC)
            sub_1SaXk0LumenAcct0001cDeF,cus_TjLumen00000001,Team,active,249.00,8,eur,month,2025-12-05 08:00,2025-12-05 08:00

            """,
            "subscriptions.csv",
            new(2026, 1, 4));
        (await world.WeekAsync("customers.mrr")).ShouldBeNull();

        await world.SampleAsync("stripe-subscription-updated");
        (await world.WeekAsync("customers.mrr")).ShouldBe(2_490m);

        await world.SampleAsync("stripe-subscription-deleted");
        (await world.FactAsync(FactType.Subscription, "sub_1SaXk0LumenAcct0001cDeF")).FindText(SubscriptionFields.Status).ShouldBe("cancelled");
        (await world.WeekAsync("customers.mrr")).ShouldBe(0m);
    }

    [Fact]
    public async Task A_paid_invoice_settles_the_one_that_an_export_holds_and_adds_none()
    {
        (await world.SampleAsync("stripe-invoice-paid")).Outcome.ShouldBe(WebhookOutcome.Applied);
        (await world.FactsAsync(FactType.Sale)).ShouldBeEmpty();
        (await world.FactsAsync(FactType.Payment)).ShouldBeEmpty();

        var other = new EffectWorld();
        await other.SampleAsync("stripe-invoice-paid", body => body.Replace("\"currency\": \"eur\",", "\"currency\": \"eur\", \"charge\": \"ch_9\","));
        (await other.WeekAsync("finance.collected")).ShouldBe(2_490m);
    }

    [Fact]
    public async Task Amounts_of_a_currency_without_cents_are_whole()
    {
        await world.PostAsync("stripe", Charge("charge.succeeded", "evt_y", 1767600112, 0).Replace("\"eur\"", "\"jpy\""));
        (await world.FactsAsync(FactType.Payment)).Single().GetNumber(PaymentFields.Amount).ShouldBe(120_000m);
    }

    [Fact]
    public async Task Several_events_of_a_list_are_each_applied_and_a_thin_one_is_kept()
    {
        var delivery = await world.PostAsync(
            "stripe", $$"""{"object":"list","data":[{{Charge("charge.succeeded", "evt_1", 1767600112, 0)}},{"object":"v2.core.event","id":"evt_2","type":"v1.billing.meter.error","created":"2026-01-05T08:00:00Z"} ] }""");
        (delivery.Outcome, delivery.Types.Count, delivery.Unknown).ShouldBe((WebhookOutcome.Applied, 2, 1));
    }

    private static string Charge(string type, string id, long at, int refunded) => $$"""
        {"id":"{{id}}","object":"event","created":{{at}},"type":"{{type}}","data":{"object":{"id":"ch_3SmBg5LumenAcct0001qRsT","object":"charge","amount":120000,"amount_captured":120000,
        "amount_refunded":{{refunded}},"captured":true,"created":1767600110,"currency":"eur","customer":"cus_TjLumen00000002","paid":true,"payment_intent":"pi_1","refunded":false,"status":"succeeded"} } }
        """;
}
