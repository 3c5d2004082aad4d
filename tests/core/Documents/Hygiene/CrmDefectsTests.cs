using NodaTime;
using OpsAutomation.Documents.Hygiene;
using OpsAutomation.Facts;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Documents.Hygiene;

public class CrmDefectsTests
{
    private static readonly LocalDate Today = Company.Today;

    [Fact]
    public void Without_deals_there_is_nothing_to_count() => CrmDefects.Count(new InMemoryFactSource(), Today, 30).ShouldBeNull();

    [Fact]
    public void Each_defect_is_counted_among_the_records_that_could_have_it()
    {
        var defects = CrmDefects.Count(Sample(), Today, 30)!;

        (defects.Deals, defects.Open, defects.Lost, defects.Contacts).ShouldBe((7, 4, 2, 4));
        defects.Counts.ShouldBe(
            [
                new(CrmDefect.NoAmount, 1, 4),
                new(CrmDefect.NoCloseDate, 1, 4),
                new(CrmDefect.PastCloseDate, 2, 4),
                new(CrmDefect.NoOwner, 1, 4),
                new(CrmDefect.Stale, 1, 4),
                new(CrmDefect.SameName, 2, 4),
                new(CrmDefect.NoLossReason, 1, 2),
                new(CrmDefect.NoMail, 1, 4),
                new(CrmDefect.SameMail, 2, 4),
            ]);
    }

    [Fact]
    public void A_column_that_no_export_has_is_no_defect_of_every_record()
    {
        var facts = new InMemoryFactSource();
        Add(facts, DealFields.Schema, deal =>
        {
            deal.Set(DealFields.Status, "open");
            deal.Set(DealFields.Closed, Today.PlusDays(10));
        });

        CrmDefects.Count(facts, Today, 30)!.Counts.Select(found => found.Defect).ShouldBe([CrmDefect.NoCloseDate, CrmDefect.PastCloseDate, CrmDefect.SameName]);
    }

    [Fact]
    public void Names_are_the_same_whatever_their_case_and_spaces_around()
    {
        var facts = new InMemoryFactSource();
        foreach (var (name, company) in new[] { ("Projet Été", "Nova"), ("projet été ", "NOVA"), ("Projet Été", "Autre"), ("Projet Ete", "Nova") })
        {
            Add(facts, DealFields.Schema, deal =>
            {
                deal.Set(DealFields.Status, "open");
                deal.Set(DealFields.Name, name);
                deal.Set(DealFields.Company, company);
            });
        }

        CrmDefects.Count(facts, Today, 30)!.Counts.Single(found => found.Defect == CrmDefect.SameName).ShouldBe(new(CrmDefect.SameName, 2, 4));
    }

    [Fact]
    public void Deleted_and_merged_records_have_no_defects()
    {
        var facts = new InMemoryFactSource();
        foreach (var state in new[] { RecordState.Deleted, RecordState.Archived, RecordState.Merged, RecordState.Gone })
        {
            Add(facts, DealFields.Schema, deal =>
            {
                deal.Set(DealFields.Status, "open");
                deal.State = state;
            });
        }

        CrmDefects.Count(facts, Today, 30)!.Deals.ShouldBe(0);
    }

    /// <summary>A CRM with one or two of each defect.</summary>
    internal static InMemoryFactSource Sample()
    {
        var facts = new InMemoryFactSource();
        Deal("open", "Hôtel Azur – façade – 2026", closed: Today.PlusDays(20), amount: 12_000, owner: "paul", active: Today.PlusDays(-2));
        Deal("open", "Hôtel Azur – façade – 2026", closed: Today.PlusDays(-5), amount: 12_000, owner: "paul", active: Today.PlusDays(-3));
        Deal("open", "Musée", closed: null, amount: null, owner: "ines", active: Today.PlusDays(-29));
        Deal("open", "Gare", closed: Today.PlusDays(-1), amount: 8_000, owner: null, active: Today.PlusDays(-30));
        Deal("won", "Bistrot", closed: Today.PlusDays(-40), amount: 4_000, owner: "paul", active: null);
        Deal("lost", "École", closed: Today.PlusDays(-50), amount: 4_000, owner: "paul", active: null, reason: "prix");
        Deal("lost", "Théâtre", closed: Today.PlusDays(-50), amount: 4_000, owner: "paul", active: null);
        foreach (var address in new[] { "a@azur.example", "a@azur.example", "b@gare.example", null })
        {
            Add(facts, ContactFields.Schema, contact =>
            {
                if (address is not null)
                    contact.Set(ContactFields.Email, address);
            });
        }

        return facts;

        void Deal(string status, string name, LocalDate? closed, decimal? amount, string? owner, LocalDate? active, string? reason = null) => Add(facts, DealFields.Schema, deal =>
        {
            deal.Set(DealFields.Status, status);
            deal.Set(DealFields.Name, name);
            if (closed is { } day)
                deal.Set(DealFields.Closed, day);
            if (amount is { } money)
                deal.Set(DealFields.Amount, money);
            if (owner is not null)
                deal.Set(DealFields.Owner, owner);
            if (active is { } last)
                deal.Set(DealFields.LastActivity, last);
            if (reason is not null)
                deal.Set(DealFields.LossReason, reason);
        });
    }

    private static void Add(InMemoryFactSource facts, FactSchema schema, Action<FactRecord> fill)
    {
        var record = new FactRecord(schema);
        fill(record);
        facts.Add(record);
    }
}
