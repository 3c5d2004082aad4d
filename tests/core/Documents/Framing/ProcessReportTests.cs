using OpsAutomation.Documents;
using OpsAutomation.Documents.Framing;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Framing;

public sealed class ProcessReportTests
{
    [Fact]
    public void What_has_no_owner_or_no_procedure_is_counted()
    {
        var report = ProcessReport.Of(Company.Engagement());

        report.WithoutOwner.ShouldBe(1);
        report.WithoutSop.ShouldBe(2);
        report.Unplanned.ShouldBe(1);
        report.Processes.Single(row => row.Process.Id == "accueil").Sop!.Id.ShouldBe("sop-client-onboarding");
    }

    [Fact]
    public void Hours_a_month_are_runs_times_hours_where_both_are_known() =>
        ProcessReport.Of(Company.Engagement()).HoursPerMonth.ShouldBe((14m * 3) + (6 * 2.5m) + (6 * 34));

    [Fact]
    public void A_handoff_changes_hands_where_owners_differ_or_are_not_known() =>
        ProcessReport.Of(Company.Engagement()).Handoffs.Select(handoff => (handoff.To.Id, handoff.ChangesHands)).ShouldBe([("accueil", true), ("production", false), ("facturation", true)]);

    [Fact]
    public void Every_way_from_a_beginning_to_an_end_is_a_chain() => ProcessReport.Of(Company.Engagement()).Chains
        .Select(chain => string.Join('>', chain.Select(process => process.Id)))
        .ShouldBe(["vente>accueil>production", "vente>accueil>facturation"]);

    [Fact]
    public void A_circle_ends_where_it_began_and_many_ways_are_cut_at_eight()
    {
        Chains(Process("a", "b"), Process("b", "a")).ShouldBe(["a>b"]);
        Chains([Process("s", [.. Enumerable.Range(0, 12).Select(n => $"t{n}")]), .. Enumerable.Range(0, 12).Select(n => Process($"t{n}"))]).Count.ShouldBe(8);
    }

    [Theory]
    [InlineData("Hiring and onboarding of staff", "sop-hiring-onboarding")]
    [InlineData("Embauche et accueil d'un salarié", "sop-hiring-onboarding")]
    [InlineData("Handover from sales to production", "sop-sales-to-production-handover")]
    [InlineData("Passation au suivi client", "sop-sales-to-cs-handover")]
    [InlineData("Customer onboarding", "sop-client-onboarding")]
    public void The_procedure_that_says_most_of_a_name_covers_it(string process, string sop)
    {
        var engagement = Company.Engagement() with { Processes = [new() { Id = "p", Name = process }] };
        var planned = engagement with { Documents = engagement.Documents with { Kinds = [.. DocumentLibrary.Kinds.Select(kind => kind.Id)] } };
        var without = engagement with { Documents = engagement.Documents with { Kinds = ["raci", "sop-incident"] } };

        ProcessReport.Of(planned).Processes.ShouldHaveSingleItem().Sop!.Id.ShouldBe(sop);
        ProcessReport.Of(without).WithoutSop.ShouldBe(1);
    }

    [Fact]
    public void A_procedure_kept_elsewhere_covers_its_process()
    {
        var process = Process("a") with { Sop = "https://wiki.example/a" };

        var row = ProcessReport.Of(Company.Engagement() with { Processes = [process] }).Processes.ShouldHaveSingleItem();

        row.Cover.ShouldBe(SopCover.Covered);
        row.Link.ShouldBe("https://wiki.example/a");
    }

    private static List<string> Chains(params Process[] processes) =>
        [.. ProcessReport.Of(Company.Engagement() with { Processes = processes }).Chains.Select(chain => string.Join('>', chain.Select(process => process.Id)))];

    private static Process Process(string id, params string[] next) => new() { Id = id, Name = id, Next = [.. next.Select(to => new ProcessHandoff(to))] };
}
