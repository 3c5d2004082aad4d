using OpsAutomation.Documents.Framing;

namespace OpsAutomation.Core.Tests.Documents.Framing;

public sealed class TrainingReportTests
{
    [Fact]
    public void Late_lines_untaught_procedures_and_people_without_a_line_are_found()
    {
        var report = TrainingReport.Of(Company.Engagement(), Company.Today);

        report.Late.ShouldBe(1);
        report.Done.ShouldBe(1);
        report.LearnerHours.ShouldBe(1.5m + (2 * 2) + 1);
        report.Untaught.Select(kind => kind.Id).ShouldBe(["sop-sales-to-cs-handover"]);
        report.Untrained.ShouldBeEmpty();
        report.Lines[^1].Done.ShouldNotBeNull();
    }

    [Fact]
    public void Who_neither_learns_nor_teaches_is_named()
    {
        var engagement = Company.Engagement();
        engagement = engagement with { Training = [.. engagement.Training.Select(line => line with { Trainer = "anna" })] };

        TrainingReport.Of(engagement, Company.Today).Untrained.Select(person => person.Id).ShouldBe(["samir"]);
    }
}
