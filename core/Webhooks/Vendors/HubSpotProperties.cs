using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>
/// HubSpot's properties as fields of facts. A property that is none is left alone: owners, since events name them by numbers and exports by names, and
/// the portal's own.
/// </summary>
internal static class HubSpotProperties
{
    private static readonly Dictionary<string, FactField> Deals = new(StringComparer.Ordinal)
    {
        ["dealname"] = DealFields.Name,
        ["pipeline"] = DealFields.Pipeline,
        ["amount"] = DealFields.Amount,
        ["amount_in_home_currency"] = DealFields.Amount,
        ["deal_currency_code"] = DealFields.Currency,
        ["hs_deal_stage_probability"] = DealFields.Probability,
        ["createdate"] = DealFields.Created,
        ["closedate"] = DealFields.Closed,
        ["notes_last_updated"] = DealFields.LastActivity,
        ["closed_lost_reason"] = DealFields.LossReason,
        ["hs_analytics_source"] = DealFields.Source,
        ["dealstage"] = DealFields.Stage,
    };

    private static readonly Dictionary<string, FactField> Contacts = new(StringComparer.Ordinal)
    {
        ["email"] = ContactFields.Email,
        ["company"] = ContactFields.Company,
        ["lifecyclestage"] = ContactFields.Stage,
        ["hs_lifecyclestage_customer_date"] = ContactFields.BecameCustomer,
        ["createdate"] = ContactFields.Created,
        ["notes_last_updated"] = ContactFields.LastActivity,
        ["hs_analytics_source"] = ContactFields.Source,
    };

    private static readonly Dictionary<string, FactField> Companies = new(StringComparer.Ordinal)
    {
        ["name"] = CompanyFields.Name,
        ["domain"] = CompanyFields.Domain,
        ["industry"] = CompanyFields.Industry,
        ["country"] = CompanyFields.Country,
        ["createdate"] = CompanyFields.Created,
        ["notes_last_updated"] = CompanyFields.LastActivity,
    };

    private static readonly Dictionary<string, FactField> Tickets = new(StringComparer.Ordinal)
    {
        ["subject"] = TicketFields.Name,
        ["hs_pipeline_stage"] = TicketFields.Stage,
        ["hs_ticket_category"] = TicketFields.Issue,
        ["hs_ticket_priority"] = TicketFields.Priority,
        ["source_type"] = TicketFields.Channel,
        ["createdate"] = TicketFields.Created,
        ["closed_date"] = TicketFields.Closed,
        ["first_agent_reply_date"] = TicketFields.FirstResponse,
    };

    /// <summary>Adds what a property's new value says; an empty one empties the field.</summary>
    public static void Tell(RecordChange change, string kind, string property, string? value, VendorContext context)
    {
        var fields = kind switch { "deal" => Deals, "contact" => Contacts, "company" => Companies, _ => Tickets };
        if (fields.TryGetValue(property, out var field))
            Set(change, field, property == "email" ? value?.ToLowerInvariant() : value, context);
        switch (kind, property)
        {
            case ("deal", "dealstage"):
                Status(change, DealFields.Status, context.Meaning("hubspot.deals", "deal", value) ?? DefaultStage(value));
                break;
            case ("deal", "hs_is_closed_won") when value == "true":
                change.Set(DealFields.Status, "won");
                break;
            case ("deal", "hs_is_closed_lost") when value == "true":
                change.Set(DealFields.Status, "lost");
                break;
            case ("deal", "hs_is_closed") when value == "false":
                change.Set(DealFields.Status, "open");
                break;
            case ("ticket", "hs_pipeline_stage"):
                Status(change, TicketFields.Status, context.Meaning("hubspot.api-tickets", "ticket", value));
                break;
            case ("contact", "lifecyclestage"):
                change.Set(ContactFields.IsCustomer, context.Meaning("hubspot.contacts", "customer", value) == "yes");
                break;
            case ("contact", "hs_lifecyclestage_customer_date") when value is not null:
                change.Set(ContactFields.IsCustomer, true);
                break;
        }
    }

    private static void Set(RecordChange change, FactField field, string? value, VendorContext context)
    {
        switch (field.Kind)
        {
            case FieldKind.Number when value is not null:
                if (VendorContext.Number(value) is { } number)
                    change.Set(field, field == DealFields.Probability && number <= 1m ? number * 100m : number);
                else
                    change.Await(field);
                break;
            case FieldKind.Time when value is not null:
                if (context.Time(EventJson.Moment(value)) is { } time)
                    change.Set(field, time);
                else
                    change.Await(field);
                break;
            default:
                change.Set(field, field == DealFields.Currency ? value?.ToUpperInvariant() : value);
                break;
        }
    }

    private static void Status(RecordChange change, FactField field, string? meaning)
    {
        // A portal's own stage: what it means is in the source's stages, or in the next export.
        if (meaning is null)
            change.Await(field);
        else
            change.Set(field, meaning);
    }

    private static string? DefaultStage(string? stage) =>
        stage is "appointmentscheduled" or "qualifiedtobuy" or "presentationscheduled" or "decisionmakerboughtin" or "contractsent" ? "open" : null;
}
