using NodaTime;
using OpsAutomation.Core.Tests.Documents;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Exercises;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Exercises;

public sealed class ExerciseTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");

    [Theory]
    [InlineData("playbook-outage", Language.French, "Exercices tenus.", "en partie")]
    [InlineData("continuity-plan", Language.English, "Exercises held.", "partly")]
    public async Task A_playbook_shows_its_exercises_and_the_next_day_and_keeps_its_version(string kind, Language language, string title, string result)
    {
        var (generator, store, _, _) = Company.Writer();
        var context = Company.Context(language);
        var before = await generator.GenerateAsync(context, kind);
        before.Markdown.ShouldNotContain(title);
        await store.PublishAsync(Lumen, before);

        var after = await generator.GenerateAsync(context with { Exercises = [Held(kind, "2026-11-10"), Held("playbook-strike", "2026-11-12")] }, kind);

        after.Markdown.ShouldContain(title);
        after.Markdown.ShouldContain(result);
        after.Markdown.ShouldContain("Numéros périmés \\| deux");
        after.Markdown.ShouldNotContain("12 nov. 2026");
        after.IsNewVersion.ShouldBeFalse();
    }

    [Fact]
    public async Task Exercises_are_numbered_and_what_was_recorded_is_clipped()
    {
        var store = new ExerciseStore(new InMemoryStateStore(), new ManualTime());

        await store.AddAsync(Lumen, Held("playbook-outage", "2026-11-10"));
        var second = await store.AddAsync(Lumen, Held("playbook-outage", "2026-11-11") with { Learnt = new string('x', 5000) });

        (second.Id, second.Learnt.Length <= 1000).ShouldBe(("EX-2", true));
        (await store.ListAsync(Lumen)).Select(exercise => exercise.Id).ShouldBe(["EX-1", "EX-2"]);
    }

    [Fact]
    public async Task The_first_is_due_three_months_after_the_document_came_into_force_and_the_next_when_the_last_says()
    {
        var (generator, store, _, _) = Company.Writer();
        var context = Company.Context(Language.French);
        await store.PublishAsync(Lumen, await generator.GenerateAsync(context with { Engagement = context.Engagement with { Size = EngagementSize.Solo } }, "playbook-outage"));
        var records = await store.ListAsync(Lumen).ToListAsync();

        ExercisePlan.Of(records, []).ShouldHaveSingleItem().Due.ShouldBe(new LocalDate(2027, 2, 23));
        ExercisePlan.Of(records, [Held("playbook-outage", "2026-11-10")]).ShouldHaveSingleItem().Due.ShouldBe(new LocalDate(2027, 11, 10));
        ExercisePlan.Of([.. records.Select(record => record with { Status = DocumentStatus.Retired })], []).ShouldBeEmpty();
    }

    private static Exercise Held(string kind, string day)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        return new() { Id = "EX-1", Kind = kind, Day = on, Result = ExerciseResult.Partly, Who = "Samir, Inès", Learnt = "Numéros périmés | deux", Action = "A-12 mettre à jour", Next = on.PlusYears(1) };
    }
}
