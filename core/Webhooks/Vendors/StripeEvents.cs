using System.Text.Json;
using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>
/// Stripe: events carry the whole object as it was then. A payment is known by its charge, as in exports; the events of a payment intent and of an
/// invoice tell of the charge that they name.
/// </summary>
internal static class StripeEvents
{
    private const string Charges = "stripe.api-charges";
    private const string Subscriptions = "stripe.api-subscriptions";
    private const string Invoices = "stripe.api-invoices";

    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var type = EventJson.Text(root, "type");
        var said = context.Moment(EventJson.Moment(root, "created"));
        // Stripe's clock has seconds, in which a subscription is made and becomes active.
        var at = said + Duration.FromMilliseconds(OrderOf(type ?? ""));
        at = at <= context.Received ? at : said;
        var item = EventJson.Find(root, "data", "object") ?? default;
        var happening = context.Event(type, said, $"{type} {EventJson.Text(item, "id") ?? EventJson.Text(root, "related_object", "id")}".Trim(), root) with
        {
            Id = EventJson.Text(root, "id"),
        };
        var changes = ChangesOf(type ?? "", root, item, at, context).OfType<RecordChange>().Where(change => change.Values.Count > 0).ToList();
        return happening with { Changes = changes, IsKnown = IsKnown(type ?? "") };
    }

    private static bool IsKnown(string type) =>
        type.StartsWith("charge.", StringComparison.Ordinal) || type.StartsWith("payment_intent.", StringComparison.Ordinal) || type.StartsWith("refund.", StringComparison.Ordinal)
        || type.StartsWith("customer.subscription.", StringComparison.Ordinal) || type.StartsWith("invoice.", StringComparison.Ordinal);

    private static IEnumerable<RecordChange?> ChangesOf(string type, JsonElement root, JsonElement item, Instant at, VendorContext context)
    {
        var id = EventJson.Text(item, "id");
        switch (EventJson.Text(item, "object"))
        {
            case "charge":
                yield return Take(Charges, id, item, at, context);
                break;
            case "refund":
                // How much of the payment was given back in all is told by charge.refunded, or by the next export.
                yield return context.Change(Charges, EventJson.Text(item, "charge"), at - Duration.FromMilliseconds(1))?.Await(PaymentFields.Refunded);
                break;
            case "payment_intent" when type is "payment_intent.succeeded" or "payment_intent.payment_failed":
                yield return OfIntent(item, at, context);
                break;
            case "subscription":
                yield return Take(Subscriptions, id, item, at, context);
                break;
            case null when EventJson.Text(root, "related_object", "id") is { } named:
                yield return OfName(EventJson.Text(root, "related_object", "type"), named, at, context);
                break;
            case "invoice" when type == "invoice.deleted":
                yield return context.Change(Invoices, id, at)?.Mark(RecordState.Deleted);
                break;
            case "invoice":
                yield return Take(Invoices, id, item, at, context);
                if (type is "invoice.paid" or "invoice.payment_succeeded")
                    yield return OfInvoice(item, at, context);
                break;
        }
    }

    // Newer events may be thin: an id and nothing of the object.
    private static RecordChange? OfName(string? type, string id, Instant at, VendorContext context) => type switch
    {
        "charge" => context.Change(Charges, id, at)?.Await(),
        "subscription" => context.Change(Subscriptions, id, at)?.Await(),
        "invoice" => context.Change(Invoices, id, at)?.Await(),
        _ => null,
    };

    // The object in its own right says more than what others say of it in the same second.
    private static int OrderOf(string type) => type switch
    {
        _ when type.StartsWith("invoice.", StringComparison.Ordinal) => 0,
        _ when type.StartsWith("payment_intent.", StringComparison.Ordinal) => 1,
        _ when type.EndsWith(".created", StringComparison.Ordinal) || type.EndsWith(".pending", StringComparison.Ordinal) => 2,
        _ when type.EndsWith(".refunded", StringComparison.Ordinal) => 4,
        _ when type.EndsWith(".deleted", StringComparison.Ordinal) => 5,
        _ => 3,
    };

    private static RecordChange? Take(string profile, string? id, JsonElement item, Instant at, VendorContext context)
    {
        if (context.Change(profile, id, at) is not { } change)
            return null;
        return VendorObject.TryTake(change, profile, item, context) ? change : change.Await();
    }

    private static RecordChange? OfIntent(JsonElement intent, Instant at, VendorContext context)
    {
        // Before 2022-11-15 an intent held its charges.
        if (EventJson.Items(intent, "charges", "data").LastOrDefault() is { ValueKind: JsonValueKind.Object } whole)
            return Take(Charges, EventJson.Text(whole, "id"), whole, at, context);
        if (EventJson.Find(intent, "latest_charge") is { ValueKind: JsonValueKind.Object } charge)
            return Take(Charges, EventJson.Text(charge, "id"), charge, at, context);
        var succeeded = EventJson.Text(intent, "status") == "succeeded";
        return OfParts(EventJson.Text(intent, "latest_charge"), intent, EventJson.Text(intent, "created"), succeeded ? "amount_received" : "amount", succeeded, at, context);
    }

    private static RecordChange? OfInvoice(JsonElement invoice, Instant at, VendorContext context)
    {
        var charge = EventJson.Text(invoice, "charge") ?? EventJson.Text(invoice, "charge", "id")
            ?? EventJson.Items(invoice, "payments", "data").Select(payment => EventJson.Text(payment, "payment", "charge")).FirstOrDefault(id => id is not null);
        // What names no charge stands in for the payment until that is told of, by its own event or an export.
        var known = charge ?? EventJson.Text(invoice, "id");
        var change = OfParts(known, invoice, EventJson.Text(invoice, "status_transitions", "paid_at") ?? EventJson.Text(invoice, "created"), "amount_paid", succeeded: true, at, context);
        if (charge is not null)
            return change;
        return change?.Values.ContainsKey(PaymentFields.Amount.Name) == true && EventJson.Text(invoice, "amount_paid") != "0" ? change.StandIn() : null;
    }

    // As much of a charge as another object tells.
    private static RecordChange? OfParts(string? charge, JsonElement item, string? created, string amount, bool succeeded, Instant at, VendorContext context)
    {
        if (charge is null || created is null || EventJson.Text(item, amount) is not { } cents || EventJson.Text(item, "currency") is not { } currency)
            return null;
        var parts = PartsOf(charge, created, cents, currency, EventJson.Text(item, "customer"), succeeded);
        return Take(Charges, charge, parts, at, context);
    }

    private static JsonElement PartsOf(string id, string created, string amount, string currency, string? customer, bool succeeded)
    {
        var text = JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            Number(json, "created", created);
            Number(json, "amount", amount);
            json.WriteString("currency", currency);
            if (customer is not null)
                json.WriteString("customer", customer);
            json.WriteString("status", succeeded ? "succeeded" : "failed");
            json.WriteBoolean("captured", succeeded);
            json.WriteEndObject();
        });
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static void Number(Utf8JsonWriter json, string name, string text)
    {
        if (VendorContext.Number(text) is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteString(name, text);
    }
}
