using NodaTime;
using OpsAutomation.Documents.Framing;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Framing;

public sealed class AccessReportTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public void Who_left_and_still_has_accounts_is_counted_once_and_each_account_too()
    {
        var engagement = Company.Engagement();
        engagement = engagement with
        {
            People = [.. engagement.People, new Person("marc", "Marc Noir", PersonRole.Member) { Left = new LocalDate(2026, 11, 20) }],
            Access = [Grant("marc", "HubSpot"), Grant("marc", "Trello"), Grant("marc", "Zapier") with { Closed = new LocalDate(2026, 11, 20) }, Grant("paul", "HubSpot")],
        };

        var report = AccessReport.Of(engagement, Today);

        (report.Leavers, report.LeaverAccounts, report.Open).ShouldBe((1, 2, 3));
        report.Lines[0].State.ShouldBe(AccessState.LeaverOpen);
        report.Lines[^1].State.ShouldBe(AccessState.Closed);
        AccessReport.Of(engagement, new LocalDate(2026, 11, 20)).Leavers.ShouldBe(0);
    }

    [Theory]
    [InlineData(AccessRight.Admin, "2026-08-23", false)]
    [InlineData(AccessRight.Admin, "2026-08-22", true)]
    [InlineData(AccessRight.Edit, "2026-05-23", false)]
    [InlineData(AccessRight.Read, "2026-05-22", true)]
    [InlineData(AccessRight.Read, null, true)]
    public void Administrators_are_reviewed_every_three_months_and_others_every_six(AccessRight right, string? reviewed, bool due)
    {
        var grant = Grant("paul", "HubSpot") with { Right = right, Since = null, Reviewed = reviewed is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(reviewed).Value };

        (AccessReport.Of(Company.Engagement() with { Access = [grant] }, Today).ReviewsDue == 1).ShouldBe(due);
    }

    [Fact]
    public void One_administrator_none_and_tools_that_are_not_listed_are_found()
    {
        var report = AccessReport.Of(
            Company.Engagement() with { Access = [Grant("paul", "HubSpot") with { Right = AccessRight.Admin }, Grant("samir", "HubSpot"), Grant("samir", "Other")] }, Today);

        report.SingleAdmin.ShouldBe(["HubSpot"]);
        report.NoAdmin.ShouldBe(["Other"]);
        report.Unlisted.Select(tool => tool.Name).ShouldBe(["Trello"]);
    }

    private static AccessGrant Grant(string person, string tool) => new() { Person = person, Tool = tool, Right = AccessRight.Edit, Since = new LocalDate(2026, 10, 1) };
}
