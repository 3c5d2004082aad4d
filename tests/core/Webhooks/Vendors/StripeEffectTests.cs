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
    public async Task A_paid_invoice_settles_the_one_that_an_export_holds()
    {
        await world.ImportAsync(
            "id,Number,Date (UTC),Due Date (UTC),Customer,Subtotal,Total,Amount Due,Amount Paid,Currency,Status\nin_1SmBexLumenAcct0001efGh,A1,2025-12-20 08:00,2026-01-02 08:00,cus_1,2075.00,2490.00,2490.00,0.00,eur,open\n",
            "invoices.csv",
            new(2026, 1, 4));
        await world.SampleAsync("stripe-invoice-paid");
        var invoice = (await world.FactsAsync(FactType.Sale)).ShouldHaveSingleItem();
        (invoice.FindText(SaleFields.Status), invoice.FindNumber(SaleFields.AmountDue)).ShouldBe(("paid", 0m));
    }

    [Fact]
    public async Task A_paid_invoice_that_names_its_charge_tells_of_the_payment_and_adds_no_sale()
    {
        await world.SampleAsync("stripe-invoice-paid", body => body.Replace("\"currency\": \"eur\",", "\"currency\": \"eur\", \"charge\": \"ch_9\","));
        (await world.WeekAsync("finance.collected")).ShouldBe(2_490m);
        (await world.FactsAsync(FactType.Sale)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_paid_invoice_that_names_no_charge_counts_until_the_payment_itself_is_told_of()
    {
        await world.SampleAsync("stripe-invoice-paid");
        (await world.WeekAsync("finance.collected")).ShouldBe(2_490m);

        // The same amount of another customer is another payment.
        await world.PostAsync("stripe", Charge("charge.succeeded", "evt_o", 1767600112, 0).Replace("120000", "249000"));
        (await world.WeekAsync("finance.collected")).ShouldBe(4_980m);

        await world.PostAsync("stripe", Charge("charge.succeeded", "evt_p", 1767600070, 0).Replace("120000", "249000").Replace("ch_3SmBg5LumenAcct0001qRsT", "ch_9").Replace("cus_TjLumen00000002", "cus_TjLumen00000001"));
        (await world.WeekAsync("finance.collected")).ShouldBe(4_980m);
    }

    [Fact]
    public async Task A_paid_invoice_gives_way_to_the_payment_of_an_export()
    {
        await world.SampleAsync("stripe-invoice-paid");
        await world.ImportAsync(
            "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status,Customer ID\nch_9,2026-01-05 08:01:00,2490.00,0.00,eur,true,Paid,cus_TjLumen00000001\n",
            "payments.csv");
        (await world.WeekAsync("finance.collected")).ShouldBe(2_490m);
        (await world.KpiAsync("finance.collected", new(2026, 1, 5), new(2026, 1, 11))).Sources.Select(source => source.File).ShouldBe(["payments.csv"]);
    }

    [Fact]
    public async Task A_thin_event_leaves_its_record_to_the_next_export()
    {
        await world.PostAsync("stripe", """{"object":"v2.core.event","id":"evt_t","type":"v1.charge.updated","created":"2026-01-05T08:00:00Z","related_object":{"id":"ch_1","type":"charge"}}""");
        (await new FactStore(world.Blobs, world.State).OpenAsync(EffectWorld.Lumen)).CountAwaited(FactType.Payment).ShouldBe(1);
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
