using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;
using OpsAutomation.Runs;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

public sealed class WorkToolEffectTests
{
    [Fact]
    public async Task A_card_moved_to_done_is_a_task_that_is_done()
    {
        var world = new EffectWorld();
        await world.SampleAsync("trello-card-created");
        (await world.WeekAsync("delivery.done-count")).ShouldBe(0m);
        await world.SampleAsync("trello-card-moved");
        (await world.WeekAsync("delivery.done-count")).ShouldBe(1m);
        var card = await world.FactAsync(FactType.Task, "5f1a2b3c4d5e6f7081920123");
        (card.FindText(TaskFields.List), card.FindTime(TaskFields.Completed)!.Value.Date).ShouldBe(("Terminé", new(2026, 1, 5)));
    }

    [Fact]
    public async Task A_card_moved_back_is_open_again()
    {
        var world = new EffectWorld();
        await world.SampleAsync("trello-card-moved");
        await world.SampleAsync("trello-card-moved", body => body
            .Replace("695b7a10c4d5e6f708192101", "695b7a10c4d5e6f708192199").Replace("09:30:08", "10:30:08")
            .Replace("\"name\": \"Terminé\"", "\"name\": \"À revoir\""));
        var card = await world.FactAsync(FactType.Task, "5f1a2b3c4d5e6f7081920123");
        (card.FindText(TaskFields.Status), card.Has(TaskFields.Completed)).ShouldBe(("open", false));
    }

    [Theory]
    [InlineData("    - {id: J46, day: 46, title: T, criteria: [{text: C, kind: event, of: card.done}]}", "J46-1")]
    [InlineData("    - {id: J46, day: 46, title: T, criteria: [{text: C, kind: task, test: name, of: J45-2 Procédure de relance en vigueur}]}", "J46-1")]
    [InlineData("", "J45-2")]
    public async Task A_card_moved_to_done_meets_the_criterion_that_asks_for_it(string criteria, string met)
    {
        var world = new EffectWorld(criteria: criteria);
        var delivery = await world.SampleAsync("trello-card-moved", body => body.Replace("J30-3", "J45-2"));
        delivery.Effects.ShouldContain(effect => effect == "task 5f1a2b3c4d5e6f7081920123");
        var report = await new StandingReader(world.Blobs, world.State, world.Time).MilestonesAsync(await world.EngagementAsync(), new(2026, 1, 5), new(2026, 1, 5));
        report.Milestones.SelectMany(milestone => milestone.Criteria).Single(criterion => criterion.Id == met).Met.ShouldBeTrue();
    }

    [Fact]
    public async Task A_card_that_names_no_criterion_marks_none()
    {
        var world = new EffectWorld();
        await world.SampleAsync("trello-card-moved", body => body.Replace("J30-3", "J99-1"));
        (await new MilestoneStore(world.State, world.Time).LoadAsync(EffectWorld.Lumen)).Marks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tasks_of_ClickUp_are_known_by_id_and_change_by_items_of_their_history()
    {
        var world = new EffectWorld();
        await world.ImportAsync(
            """
            Task ID,Task Name,Status,Date created,Due date,Date Updated,List Name
            86c1vj38v,Relances,in progress,1766000000000,1767800000000,1766000000000,Ops

            """,
            "clickup.csv");
        await world.SampleAsync("clickup-status");
        (await world.WeekAsync("delivery.done-count")).ShouldBe(1m);
        await world.SampleAsync("clickup-two-items");
        (await world.FactAsync(FactType.Task, "86c1vj38v")).FindTime(TaskFields.Due)!.Value.Date.ShouldBe(new(2026, 1, 12));
        await world.SampleAsync("clickup-deleted");
        (await world.WeekAsync("delivery.done-count")).ShouldBe(0m);
    }

    [Fact]
    public async Task A_task_of_which_an_event_names_the_id_alone_awaits_the_next_export()
    {
        var world = new EffectWorld();
        await world.PostAsync("clickup", """{"event":"taskUpdated","task_id":"86c1vj38v","webhook_id":"w"}""");
        (await new FactStore(world.Blobs, world.State).OpenAsync(EffectWorld.Lumen)).CountAwaited(FactType.Task).ShouldBe(1);
        (await world.FactsAsync(FactType.Task)).ShouldBeEmpty();
    }
}
