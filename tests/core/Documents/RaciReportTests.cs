using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class RaciReportTests
{
    [Fact]
    public void Lines_on_the_ceo_and_people_without_a_deputy_are_counted()
    {
        var report = RaciReport.Of(Company.Engagement());

        report.Rows.ShouldBe(3);
        report.OnCeo.ShouldBe(["Devis et prix", "Relance des impayés"]);
        report.WithoutDeputy.Select(person => person.Id).ShouldBe(["ines", "paul"]);
    }

    [Fact]
    public void Two_accountable_and_nobody_responsible_are_faults_of_the_line()
    {
        var faults = RaciReport.Of(Company.Engagement()).Faults;

        faults.Count.ShouldBe(2);
        faults.ShouldAllBe(fault => fault.Process == "Relance des impayés");
    }

    [Fact]
    public void Nobody_accountable_and_unknown_people_are_faults()
    {
        var engagement = Company.Engagement() with { Raci = [new RaciRow { Process = "P", Responsible = ["nobody"] }] };

        RaciReport.Of(engagement).Faults.Select(fault => fault.Text.En).ShouldBe(
            ["nobody is accountable (A): name one person", "someone named here is not among the people of the engagement: add the person or correct the id"]);
    }

    [Fact]
    public void An_empty_r_alone_is_a_fault_and_a_line_of_one_person_is_none()
    {
        var engagement = Company.Engagement() with { Raci = [new RaciRow { Process = "P", Accountable = ["paul"] }, new RaciRow { Process = "Q", Responsible = ["paul"], Accountable = ["paul"] }] };

        RaciReport.Of(engagement).Faults.ShouldHaveSingleItem().Text.En.ShouldBe("nobody does it (R): name at least one person");
    }

    [Fact]
    public void Nobody_is_their_own_deputy()
    {
        var engagement = Company.Engagement() with { People = [new("paul", "Paul", PersonRole.Manager, Deputy: "paul")], Raci = [new RaciRow { Process = "P", Responsible = ["paul"], Accountable = ["paul"] }] };

        RaciReport.Of(engagement).WithoutDeputy.ShouldHaveSingleItem().Id.ShouldBe("paul");
    }

    [Fact]
    public void A_ceo_other_than_the_sponsor_is_the_one_that_counts()
    {
        var engagement = Company.Engagement();
        engagement = engagement with { People = [.. engagement.People, new("dg", "Dominique Gay", PersonRole.Ceo)] };

        RaciReport.Of(engagement).OnCeo.ShouldBeEmpty();
    }
}
