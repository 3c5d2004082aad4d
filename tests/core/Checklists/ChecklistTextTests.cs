using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Checklists;

public class ChecklistTextTests
{
    private static readonly LocalDate Friday = new(2026, 12, 18);

    [Fact]
    public void Rows_and_items_become_lines_in_their_order()
    {
        var lines = ChecklistText.Read(
            """
            # A list

            - **Trigger:** no line to tick

            | Done | To do | Who | Day | Proof |
            |---|---|---|---|---|
            | ☐ | Send the **invoice** | Anna \| Paul | D+1 | Number |
            | ☐ | Call |  | D |  |

            - [ ] Access \[CRM\] withdrawn
            """, Friday, calendar: null);

        lines.ShouldBe(
            [
                new(1, "Send the invoice") { Who = "Anna | Paul", Due = Friday.PlusDays(1), Proof = "Number" },
                new(2, "Call") { Due = Friday },
                new(3, "Access [CRM] withdrawn"),
            ]);
    }

    [Theory]
    [InlineData("D", "2026-12-18")]
    [InlineData("J+2", "2026-12-22")]
    [InlineData("J+5", "2026-12-28")]
    [InlineData("S−3", "2026-12-15")]
    [InlineData("S - 3", "2026-12-15")]
    public void Working_days_leave_out_weekends_and_public_holidays(string day, string expected) =>
        Due(day, new WorkingDays("FR")).ShouldBe(NodaTime.Text.LocalDatePattern.Iso.Parse(expected).Value);

    [Theory]
    [InlineData("J+2", "2026-12-20")]
    [InlineData("S−30", "2026-11-18")]
    public void Other_days_are_all_days(string day, string expected) => Due(day, null).ShouldBe(NodaTime.Text.LocalDatePattern.Iso.Parse(expected).Value);

    [Theory]
    [InlineData("Monday 9:00")]
    [InlineData("J+")]
    [InlineData("J+2000")]
    [InlineData("soon")]
    [InlineData("")]
    public void What_is_no_day_gives_none(string day) => Due(day, null).ShouldBeNull();

    private static LocalDate? Due(string day, WorkingDays? calendar) => ChecklistText.Read($"| ☐ | Do | Anna | {day} | – |", Friday, calendar).ShouldHaveSingleItem().Due;
}
