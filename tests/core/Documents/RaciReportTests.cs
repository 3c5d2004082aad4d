using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class RaciReportTests
{
    [Fact]
    public void Lines_on_the_ceo_and_people_without_a_deputy_are_counted()
    {
        var report = RaciReport.Of(Company.Engagement(), Today);

        report.Rows.ShouldBe(3);
        report.OnCeo.ShouldBe(["Devis et prix", "Relance des impayés"]);
        report.WithoutDeputy.Select(person => person.Id).ShouldBe(["ines", "paul"]);
    }

    [Fact]
    public void Two_accountable_and_nobody_responsible_are_faults_of_the_line()
    {
        var faults = RaciReport.Of(Company.Engagement(), Today).Faults;

        faults.Count.ShouldBe(2);
        faults.ShouldAllBe(fault => fault.Process == "Relance des impayés");
    }

    [Fact]
    public void Nobody_accountable_and_unknown_people_are_faults()
    {
        var engagement = Company.Engagement() with { Raci = [new RaciRow { Process = "P", Responsible = ["nobody"] }] };

        RaciReport.Of(engagement, Today).Faults.Select(fault => fault.Text.En).ShouldBe(
            ["nobody is accountable (A): name one person", "someone named here is not among the people of the engagement: add the person or correct the id"]);
    }

    [Fact]
    public void An_empty_r_alone_is_a_fault_and_a_line_of_one_person_is_none()
    {
        var engagement = Company.Engagement() with { Raci = [new RaciRow { Process = "P", Accountable = ["paul"] }, new RaciRow { Process = "Q", Responsible = ["paul"], Accountable = ["paul"] }] };

        RaciReport.Of(engagement, Today).Faults.ShouldHaveSingleItem().Text.En.ShouldBe("nobody does it (R): name at least one person");
    }

    [Fact]
    public void Nobody_is_their_own_deputy()
    {
        var engagement = Company.Engagement() with { People = [new("paul", "Paul", PersonRole.Manager, Deputy: "paul")], Raci = [new RaciRow { Process = "P", Responsible = ["paul"], Accountable = ["paul"] }] };

        RaciReport.Of(engagement, Today).WithoutDeputy.ShouldHaveSingleItem().Id.ShouldBe("paul");
    }

    [Fact]
    public void A_ceo_other_than_the_sponsor_is_the_one_that_counts()
    {
        var engagement = Company.Engagement();
        engagement = engagement with { People = [.. engagement.People, new("dg", "Dominique Gay", PersonRole.Ceo)] };

        RaciReport.Of(engagement, Today).OnCeo.ShouldBeEmpty();
    }

    [Fact]
    public void Who_has_left_carries_no_line_and_stands_in_for_nobody()
    {
        var engagement = Company.Engagement() with
        {
            People = [new("paul", "Paul", PersonRole.Manager, Deputy: "max"), new("max", "Max", PersonRole.Member) { Left = Today.PlusDays(-1) }, new("zoe", "Zoé", PersonRole.Member, Deputy: "paul")],
            Raci = [new RaciRow { Process = "P", Responsible = ["paul"], Accountable = ["paul"] }, new RaciRow { Process = "Q", Responsible = ["max"], Accountable = ["zoe"] }],
        };

        var report = RaciReport.Of(engagement, Today);

        report.HeldByLeavers.ShouldBe(1);
        report.WithoutDeputy.Select(person => person.Id).ShouldBe(["paul", "max"]);
        report.Faults.ShouldHaveSingleItem().Text.En.ShouldBe("someone who has left is A or R: name who takes over");
        RaciReport.Of(engagement, Today.PlusDays(-1)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_process_on_two_lines_has_two_people_who_answer_for_it()
    {
        var line = new RaciRow { Process = "Achats", Responsible = ["paul"], Accountable = ["paul"] };
        var report = RaciReport.Of(Company.Engagement() with { Raci = [line, line with { Process = "achats ", Accountable = ["claire", "claire"] }] }, Today);

        (report.Repeated, report.WithoutOneA, report.WithoutR).ShouldBe((1, 0, 0));
        report.Faults.ShouldHaveSingleItem().Process.ShouldBe("Achats");
    }

    private static LocalDate Today { get; } = new(2026, 11, 16);
}
