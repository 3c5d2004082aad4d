using OpsAutomation.Documents;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class AgendaTimingTests
{
    [Fact]
    public void Slots_follow_each_other_and_add_up_to_forty_five_whatever_there_is_to_say()
    {
        for (var kpis = 0; kpis <= 12; kpis += 3)
        {
            for (var milestones = 0; milestones <= 5; milestones++)
            {
                for (var decisions = 0; decisions <= 9; decisions += 3)
                {
                    foreach (var actions in (int[])[0, 1, 40])
                    {
                        var slots = AgendaTiming.Share(kpis, milestones, decisions, actions, reviews: milestones);

                        slots.Sum(slot => slot.Minutes).ShouldBe(45);
                        slots.ShouldAllBe(slot => slot.Minutes >= 3);
                        slots[0].From.ShouldBe(0);
                        slots[^1].To.ShouldBe(45);
                        slots.Zip(slots.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
                    }
                }
            }
        }
    }

    [Fact]
    public void Changes_to_review_have_their_time_beside_the_actions()
    {
        var without = AgendaTiming.Share(2, 1, 1, 2);
        var with = AgendaTiming.Share(2, 1, 1, 2, reviews: 2);

        with.Single(slot => slot.Id == "actions").Minutes.ShouldBeGreaterThan(without.Single(slot => slot.Id == "actions").Minutes);
        with.Sum(slot => slot.Minutes).ShouldBe(AgendaTiming.Length);
    }

    [Fact]
    public void Nothing_is_talked_about_longer_than_it_needs_and_what_is_left_goes_to_obstacles()
    {
        var quiet = AgendaTiming.Share(0, 1, 0, 0);

        quiet.Single(slot => slot.Id == "milestones").Minutes.ShouldBe(9);
        quiet.Single(slot => slot.Id == "actions").Minutes.ShouldBe(20);
        quiet.Sum(slot => slot.Minutes).ShouldBe(AgendaTiming.Length);
    }

    [Fact]
    public void What_weighs_more_gets_more_time()
    {
        var calm = AgendaTiming.Share(1, 1, 1, 1);
        var busy = AgendaTiming.Share(1, 1, 4, 1);

        busy.Single(slot => slot.Id == "decisions").Minutes.ShouldBeGreaterThan(calm.Single(slot => slot.Id == "decisions").Minutes);
    }
}
