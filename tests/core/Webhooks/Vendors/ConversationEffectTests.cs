using OpsAutomation.Facts;
using OpsAutomation.Logbook;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

public sealed class ConversationEffectTests
{
    [Fact]
    public async Task A_conversation_is_a_ticket_that_opens_and_closes_without_a_word_of_it()
    {
        var world = new EffectWorld();
        await world.SampleAsync("intercom-conversation-created");
        (await world.WeekAsync("support.opened-count")).ShouldBe(1m);
        (await world.WeekAsync("support.closed-count")).ShouldBe(0m);
        await world.SampleAsync("intercom-conversation-closed");
        (await world.WeekAsync("support.closed-count")).ShouldBe(1m);
        (await world.WeekAsync("support.resolution-hours")).ShouldBe(2m);
        (await world.WeekAsync("support.first-response-hours")).ShouldBe(0.25m);
        (await world.DescribeAsync(FactType.Ticket)).ShouldNotContain("Durand");
    }

    [Fact]
    public async Task An_answered_form_is_an_answer_to_the_recommendation_question()
    {
        var world = new EffectWorld();
        await world.SampleAsync("typeform-nps");
        await world.SampleAsync("typeform-nps", body => body.Replace("01KE6QJ7P9V3H6ZC2M8NQ4T5RX", "E2").Replace("a3a12ec67a1365927098a606107fac15", "b").Replace("\"number\": 9", "\"number\": 3").Replace("paul.durand", "lea"));
        (await world.KpiAsync("customers.nps", new(2026, 1, 1), new(2026, 1, 31))).Value.ShouldBe(0m);
        (await world.FactsAsync(FactType.SurveyResponse)).Count.ShouldBe(2);
        (await world.FactsAsync(FactType.SurveyResponse)).Select(answer => answer.FindText(SurveyResponseFields.Comment)).ShouldBe(["Réponse rapide et claire", "Réponse rapide et claire"]);
    }

    [Fact]
    public async Task A_scale_that_is_not_from_nought_to_ten_is_no_score()
    {
        var world = new EffectWorld();
        var delivery = await world.SampleAsync(
            "typeform-nps", body => body.Replace("\"type\": \"nps\", \"title\": \"Nous recommanderiez-vous ?\", \"properties\": {}", "\"type\": \"opinion_scale\", \"title\": \"Satisfait ?\", \"properties\": {\"steps\": 5}"));
        (delivery.Outcome, (await world.FactsAsync(FactType.SurveyResponse)).Count).ShouldBe((WebhookOutcome.Kept, 0));
    }

    [Fact]
    public async Task A_booking_is_an_event_for_criteria_and_the_logbook_without_who_booked_it()
    {
        var world = new EffectWorld(criteria: "    - {id: J46, day: 46, title: T, criteria: [{text: C, kind: event, of: invitee.created}]}");
        var delivery = await world.SampleAsync("calendly-invitee-created");
        delivery.Types.ShouldBe(["invitee.created"]);
        var happening = (await new WebhookEvents(world.State).ForPlanAsync(await world.EngagementAsync())).ShouldHaveSingleItem();
        (happening.Text, happening.Day).ShouldBe(("Appel découverte · 2026-01-08 14:00", new(2026, 1, 5)));
        (await world.SampleAsync("calendly-invitee-canceled")).Outcome.ShouldBe(WebhookOutcome.Kept);
    }

    [Theory]
    [InlineData("github-issue-closed", "closed")]
    [InlineData("notion-page-created", "page.created")]
    [InlineData("notion-properties-updated", "page.properties_updated")]
    [InlineData("slack-message", "message")]
    public async Task What_the_product_has_no_use_for_is_kept(string sample, string type)
    {
        var world = new EffectWorld();
        var delivery = await world.SampleAsync(sample);
        (delivery.Outcome, delivery.Types.Single()).ShouldBe((WebhookOutcome.Kept, type));
    }

    [Theory]
    [InlineData("github-ping")]
    [InlineData("intercom-ping")]
    public async Task A_ping_only_tests(string sample) => (await new EffectWorld().SampleAsync(sample)).Outcome.ShouldBe(WebhookOutcome.Tested);
}
