using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>An invoice, net of tax.</summary>
internal sealed record StoryInvoice(string Number, LocalDate Date, string Customer, string Item, decimal Net, LocalDate Due, LocalDate? Paid);
