using System.Globalization;
using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class ApiAnswerTests
{
    private static MappedTable Of(string json) => MappedTable.Of(json, MappedTable.American, name: "answer.json");

    [Theory]
    [InlineData("\"hs_object_id\":\"7\",")]
    [InlineData("")]
    public void Deals_of_the_hubspot_api_are_hubspot_deals(string objectId)
    {
        var deals = Of("""
            {"total":2,"results":[
              {"id":"7","properties":{"amount":"1250.50","closedate":"2026-03-04T10:00:00.000Z","createdate":"2026-02-01T09:00:00.123Z",OBJECTID"dealname":"A","dealstage":"closedwon"},"createdAt":"2026-02-01T09:00:00.123Z","updatedAt":"2026-03-04T10:00:00Z","archived":false},
              {"id":"8","properties":{"amount":null,"closedate":null,"createdate":"2026-02-02T09:00:00Z",OBJECTIE"dealname":"B","dealstage":"appointmentscheduled"},"archived":true}],
             "paging":{"next":{"after":"2","link":"u"}}}
            """.Replace("OBJECTID", objectId, StringComparison.Ordinal).Replace("OBJECTIE", objectId.Replace('7', '8'), StringComparison.Ordinal));

        deals.Mapping.Profile.ShouldBe("hubspot.deals");
        deals.Ids.ShouldBe(["7", "8"]);
        deals[0].GetNumber(DealFields.Amount).ShouldBe(1250.50m);
        deals[0].FindText(DealFields.Status).ShouldBe("won");
        deals[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2026, 3, 4));
        deals[1].State.ShouldBe(RecordState.Archived);
    }

    [Fact]
    public void Durations_of_the_hubspot_api_are_milliseconds()
    {
        var tickets = Of("""{"results":[{"id":"1","properties":{"createdate":"2026-03-01T09:00:00Z","closed_date":"2026-03-01T11:00:00Z","hs_object_id":"1","hs_pipeline_stage":"4","subject":"S","time_to_close":"7200000"},"archived":false}]}""");

        tickets.Mapping.Profile.ShouldBe("hubspot.api-tickets");
        tickets[0].FindText(TicketFields.Status).ShouldBe("closed");
        tickets[0].GetNumber(TicketFields.ResolutionHours).ShouldBe(2m);
    }

    [Fact]
    public void Json_api_attributes_are_mapped_like_columns()
    {
        var deals = Of("""{"data":[{"type":"deals","id":"1","attributes":{"name":"A","value":100.5,"stage":"won","closed_at":"2026-03-05","created_at":"2026-02-01"}}],"meta":{"count":1}}""");

        deals.Mapping.Fact.ShouldBe(FactType.Deal);
        deals[0].GetNumber(DealFields.Amount).ShouldBe(100.5m);
    }

    [Fact]
    public void Amounts_of_the_stripe_api_are_minor_units_where_the_currency_has_them()
    {
        var charges = Of("""
            {"object":"list","has_more":false,"data":[
              {"id":"ch_1","object":"charge","amount":12345,"amount_captured":12345,"amount_refunded":345,"balance_transaction":"txn_1","captured":true,"created":1772359200,"currency":"usd","status":"succeeded"},
              {"id":"ch_2","object":"charge","amount":5000,"amount_captured":5000,"amount_refunded":0,"balance_transaction":"txn_2","captured":true,"created":1772359200,"currency":"jpy","status":"succeeded"}]}
            """);

        charges.Mapping.Profile.ShouldBe("stripe.api-charges");
        charges[0].GetNumber(PaymentFields.Amount).ShouldBe(123.45m);
        charges[0].GetNumber(PaymentFields.Refunded).ShouldBe(3.45m);
        charges[1].GetNumber(PaymentFields.Amount).ShouldBe(5000m);
    }

    [Theory]
    [InlineData("bhd", "5.12")]
    [InlineData("jod", "5.12")]
    [InlineData("kwd", "5.12")]
    [InlineData("omr", "5.12")]
    [InlineData("tnd", "5.12")]
    [InlineData("ugx", "51.2")]
    [InlineData("isk", "51.2")]
    [InlineData("krw", "5120")]
    public void Minor_units_of_the_stripe_api_are_what_stripe_says_they_are(string currency, string amount)
    {
        var charges = Of($$"""
            {"object":"list","has_more":false,"data":[
              {"id":"ch_1","object":"charge","amount":5120,"amount_captured":5120,"amount_refunded":5120,"balance_transaction":"txn_1","captured":true,"created":1772359200,"currency":"{{currency}}","status":"succeeded"}]}
            """);

        var expected = decimal.Parse(amount, CultureInfo.InvariantCulture);
        charges[0].GetNumber(PaymentFields.Amount).ShouldBe(expected);
        charges[0].GetNumber(PaymentFields.Refunded).ShouldBe(expected);
    }

    [Fact]
    public void Subscriptions_of_the_stripe_api_multiply_the_price()
    {
        var subscriptions = Of("""{"data":[{"id":"sub_1","object":"subscription","status":"active","customer":"cus_1","start_date":1767225600,"canceled_at":null,"currency":"eur","items":{"data":[{"quantity":3,"price":{"unit_amount":24000,"recurring":{"interval":"year","interval_count":1}}}]}}]}""");

        subscriptions.Mapping.Profile.ShouldBe("stripe.api-subscriptions");
        subscriptions[0].GetNumber(SubscriptionFields.Amount).ShouldBe(720m);
        subscriptions[0].GetNumber(SubscriptionFields.IntervalMonths).ShouldBe(12m);
    }

    [Fact]
    public void Invoices_of_the_stripe_api_know_what_is_due()
    {
        var invoices = Of("""{"data":[{"id":"in_1","object":"invoice","number":"A-1","amount_due":12000,"amount_paid":2000,"amount_remaining":10000,"subtotal":10000,"total":12000,"tax":2000,"currency":"eur","created":1767225600,"due_date":1769817600,"status":"open","customer_name":"X","status_transitions":{"finalized_at":1767225600,"paid_at":null}}]}""");

        invoices.Mapping.Profile.ShouldBe("stripe.api-invoices");
        invoices[0].GetNumber(SaleFields.Amount).ShouldBe(100m);
        invoices[0].GetNumber(SaleFields.AmountDue).ShouldBe(100m);
    }

    [Fact]
    public void Deals_of_the_pipedrive_api_are_pipedrive_deals()
    {
        var deals = Of("""{"success":true,"data":[{"id":1,"title":"A","value":100,"currency":"EUR","add_time":"2026-02-01 10:00:00","update_time":"2026-03-05 10:00:00","stage_id":3,"status":"lost","won_time":null,"lost_time":"2026-03-05 10:00:00","org_id":{"name":"X","value":4}}]}""");

        deals.Mapping.Profile.ShouldBe("pipedrive.api-deals");
        deals[0].FindText(DealFields.Status).ShouldBe("lost");
        deals[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2026, 3, 5));
        deals[0].FindText(DealFields.Company).ShouldBe("X");
    }
}
