using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Documents.Hygiene;

/// <summary>What is wrong in the CRM as it was exported last: counted over the current facts, archived, deleted and merged records left out.</summary>
/// <param name="Deals">All deals.</param>
/// <param name="Open">Those that are open.</param>
/// <param name="Lost">Those that were lost.</param>
/// <param name="Contacts">All contacts.</param>
/// <param name="Counts">How many records have each defect; a defect of which the exports say nothing at all is left out.</param>
public sealed record CrmDefects(int Deals, int Open, int Lost, int Contacts, IReadOnlyList<CrmDefectCount> Counts)
{
    /// <summary>Counts, or gives null where no deals were ever imported.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="today">The day it is, in the engagement's zone.</param>
    /// <param name="staleAfterDays">Days without activity after which an open deal is stale, as <c>sales.stale-count</c> has it.</param>
    public static CrmDefects? Count(IFactSource facts, LocalDate today, int staleAfterDays)
    {
        var deals = new DealDefects(today, staleAfterDays);
        using (var reader = facts.Open(FactType.Deal, DealDefects.Fields))
        {
            if (reader is null)
                return null;
            while (reader.Read())
                deals.Add(reader.Current);
        }

        var contacts = new ContactDefects();
        using (var reader = facts.Open(FactType.Contact, ContactDefects.Fields))
        {
            while (reader?.Read() == true)
                contacts.Add(reader.Current);
        }

        return new(deals.All, deals.Open, deals.Lost, contacts.All, [.. deals.Counts(), .. contacts.Counts()]);
    }
}
