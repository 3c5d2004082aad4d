using OpsAutomation.Milestones;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

public sealed class SlackCommandTests
{
    private readonly EffectWorld world = new();

    [Fact]
    public async Task Status_says_where_things_stand_in_the_engagements_language()
    {
        var delivery = await world.SampleAsync("slack-command-status");
        (delivery.Outcome, delivery.Types.Single()).ShouldBe((WebhookOutcome.Kept, "/ops status"));
        var (url, text) = world.Transport.Posted.ShouldHaveSingleItem();
        url.ShouldBe(new Uri("https://hooks.slack.com/commands/T0001LUMEN/1234/5678"));
        text.ShouldContain("Atelier Lumen");
        text.ShouldContain("Prochain jalon\u00a0: J+10");
        text.ShouldContain("Aucun indicateur ne manque sa cible.");
    }

    [Fact]
    public async Task Status_begins_with_what_misses_its_target()
    {
        world.Registry[EffectWorld.Lumen] = EffectWorld.Yaml("", "").Replace("name: Atelier Lumen", "name: Lumen <@U1> & fils", StringComparison.Ordinal)
            + "\nkpis: {followed: [delivery.done-count], targets: [{kpi: delivery.done-count, value: 5}]}\n";
        await world.SampleAsync("trello-card-moved");
        world.Time.Advance(NodaTime.Duration.FromDays(8));
        await world.SampleAsync("slack-command-status");

        var lines = world.Transport.Posted.Single().Text.Split('\n');
        lines[0].ShouldStartWith("*Lumen &lt;@U1&gt; &amp; fils*");
        lines[1].ShouldContain("\u00a0: 1 (cible");
        lines[1].ShouldEndWith("hors cible");
    }

    [Fact]
    public async Task Done_marks_the_criterion_for_a_user_whom_the_file_names()
    {
        var delivery = await world.SampleAsync("slack-command-done", body => body.Replace("done+J30-3", "done+j45-1+signed+by+both"));
        (delivery.Outcome, delivery.Effects.Single()).ShouldBe((WebhookOutcome.Applied, "J45-1"));
        var mark = (await new MilestoneStore(world.State, world.Time).LoadAsync(EffectWorld.Lumen)).Marks.ShouldHaveSingleItem();
        (mark.Target, mark.By, mark.Note).ShouldBe(("J45-1", "slack:U2147483697", "signed by both"));
        world.Transport.Posted.Single().Text.ShouldBe("✓ J45-1 est marqué comme atteint.");
    }

    [Fact]
    public async Task Done_is_refused_to_others_who_hear_how_to_be_added()
    {
        await world.SampleAsync("slack-command-done", body => body.Replace("U2147483697", "U666"));
        (await new MilestoneStore(world.State, world.Time).LoadAsync(EffectWorld.Lumen)).Marks.ShouldBeEmpty();
        world.Transport.Posted.Single().Text.ShouldContain("users: [U666]");
    }

    [Fact]
    public async Task An_id_that_the_plan_does_not_have_is_answered_with_those_it_has()
    {
        await world.SampleAsync("slack-command-done", body => body.Replace("J30-3", "J99"));
        world.Transport.Posted.Single().Text.ShouldContain("J45-1");
    }

    [Theory]
    [InlineData("text=help")]
    [InlineData("text=")]
    [InlineData("text=done")]
    [InlineData("text=rm+-rf")]
    public async Task Anything_else_is_answered_with_help(string text)
    {
        await world.SampleAsync("slack-command-status", body => body.Replace("text=status", text));
        world.Transport.Posted.Single().Text.ShouldContain("/ops done J30-3");
    }

    [Theory]
    [InlineData("https%3A%2F%2Fhooks.slack.com.evil.example%2Fx")]
    [InlineData("http%3A%2F%2Fhooks.slack.com%2Fx")]
    [InlineData("https%3A%2F%2Fa%40hooks.slack.com%2Fx")]
    [InlineData("https%3A%2F%2Fhooks.slack.com%3A8443%2Fx")]
    [InlineData("%FF%00")]
    public async Task An_answer_goes_to_Slack_and_nowhere_else(string url)
    {
        await world.SampleAsync("slack-command-status", body => body.Replace("https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0001LUMEN%2F1234%2F5678", url));
        world.Transport.Posted.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_interaction_is_kept() => (await world.SampleAsync("slack-interaction")).Types.ShouldBe(["block_actions"]);
}
