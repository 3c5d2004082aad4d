using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Which fields hold a word of ours, so that a column of a vendor's words is translated and never copied.</summary>
internal static class InputWords
{
    private static readonly HashSet<FactField> Fields =
    [
        DealFields.Status, TicketFields.Status, TaskFields.Status, SaleFields.Status, SubscriptionFields.Status, PaymentFields.Status, PaymentFields.Kind,
        DealFields.Currency, SaleFields.Currency, PaymentFields.Currency, SubscriptionFields.Currency, LedgerEntryFields.Currency,
        DealFields.Id, TicketFields.Id, TaskFields.Id, SaleFields.Id, SubscriptionFields.Id, PaymentFields.Id, LedgerEntryFields.Id,
        ContactFields.Id, CompanyFields.Id, SurveyResponseFields.Id, ContactFields.Email, TaskFields.Tags,
    ];

    /// <summary>Whether the completion of the row writes the field.</summary>
    internal static bool Holds(InputField input) => input.Field is { } field && Fields.Contains(field);
}
