using OpsAutomation.Closing;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Schema;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Schema;

public sealed class SchemaUpgradeTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private static readonly EngagementId Kestrel = EngagementId.Parse("kestrel");
    private static readonly StateKey Notes = new("notes", "one");

    private readonly InMemoryStateStore state = new();
    private readonly InMemoryRegistry registry = new();
    private readonly InMemoryBlobStore blobs = new();

    private SchemaScope Scope => new(state, blobs, registry);

    private RecordedMark Mark => new(state);

    [Fact]
    public async Task State_of_before_there_was_a_mark_is_version_1_and_every_step_is_made_once_in_order()
    {
        await RegisterAsync();

        (await new SchemaUpgrade([new AppendStep(2), new AppendStep(3), new AppendStep(4)]).RunAsync(Mark, Scope, "here")).ShouldBe(1);

        (await NotesAsync(Lumen)).ShouldBe("\"234\"");
        (await Mark.ReadAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task Wherever_it_is_stopped_the_next_run_ends_as_one_run()
    {
        var stops = 0;
        for (var stop = 1; ; stop++)
        {
            var test = new SchemaUpgradeTests();
            await test.RegisterAsync();
            var upgrade = new SchemaUpgrade([new AppendStep(2), new AppendStep(3)]);
            var from = test.state.Operations;
            test.state.Fault = (operation, _) => operation == from + stop ? new IOException("stopped") : null;
            var wasStopped = false;
            try
            {
                await upgrade.RunAsync(test.Mark, test.Scope, "here");
            }
            catch (IOException)
            {
                wasStopped = true;
            }

            test.state.Fault = null;
            await upgrade.RunAsync(test.Mark, test.Scope, "here");

            (await test.NotesAsync(Lumen), await test.NotesAsync(Kestrel)).ShouldBe(("\"23\"", "\"23\""));
            (await test.Mark.ReadAsync()).ShouldBe(3);
            if (!wasStopped)
                break;
            stops++;
        }

        stops.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task A_new_place_is_marked_with_the_version_of_the_app_and_no_step_is_made()
    {
        (await new SchemaUpgrade().RunAsync(Mark, Scope, "here")).ShouldBeNull();

        (await Mark.ReadAsync()).ShouldBe(StateSchema.Current);
    }

    [Fact]
    public async Task State_of_a_newer_version_is_refused_and_nothing_is_written()
    {
        await RegisterAsync();
        await Mark.WriteAsync(StateSchema.Current + 1);
        var before = state.All(EngagementId.App).Concat(state.All(Lumen)).ToList();

        var refusal = await Should.ThrowAsync<OpsException>(() => new SchemaUpgrade().RunAsync(Mark, Scope, "the account"));

        refusal.Kind.ShouldBe(FailureKind.Refused);
        refusal.Text.En.ShouldStartWith($"The state in the account is of version {StateSchema.Current + 1}, written by a newer version of ops; this one knows version {StateSchema.Current} and has touched nothing.");
        state.All(EngagementId.App).Concat(state.All(Lumen)).ShouldBe(before);
    }

    [Fact]
    public async Task A_mark_never_goes_back()
    {
        await Mark.WriteAsync(4);

        await Mark.WriteAsync(3);

        (await Mark.ReadAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task Version_2_makes_the_day_of_the_end_a_record_of_its_own_also_when_two_do_it_at_once()
    {
        await RegisterAsync();
        await state.CommitAsync(Lumen, [StateChange.Put(new("retention", "closed"), "\"2026-10-30\""), StateChange.Put(new("retention", "swept"), "\"2026-11-20\"")]);
        state.BeforeNextCommit = () => new SchemaUpgrade().RunAsync(Mark, Scope, "here");

        await new SchemaUpgrade().RunAsync(Mark, Scope, "here");

        (await new ClosureStore(state).FindAsync(Lumen)).ShouldBe(new(new(2026, 10, 30)));
        state.All(Lumen).Select(entry => $"{entry.Key.Collection}/{entry.Key.Id}").ShouldBe(["closure/ended", "retention/swept"]);
        (await new ClosureStore(state).FindAsync(Kestrel)).ShouldBeNull();
    }

    [Fact]
    public void There_is_one_step_to_each_version()
    {
        var steps = typeof(SchemaStep).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SchemaStep)))
            .Select(type => ((SchemaStep)Activator.CreateInstance(type)!).To).Order();

        steps.ShouldBe(Enumerable.Range(2, StateSchema.Current - 1));
    }

    private async Task RegisterAsync()
    {
        await registry.CreateAsync(Kestrel, "id: kestrel");
        await registry.CreateAsync(Lumen, "id: lumen");
    }

    private async Task<string?> NotesAsync(EngagementId engagement) => (await state.FindAsync(engagement, Notes))?.Value;

    // Adds its number to a text, once.
    private sealed class AppendStep(int to) : SchemaStep
    {
        public override int To => to;

        public override async Task RunAsync(SchemaScope scope, CancellationToken cancellationToken)
        {
            foreach (var engagement in await scope.Engagements.ListAsync(cancellationToken))
            {
                var entry = await scope.State.FindAsync(engagement, Notes, cancellationToken);
                var text = entry?.Value.Trim('"') ?? "";
                if (!text.Contains($"{to}", StringComparison.Ordinal))
                    await scope.State.CommitAsync(engagement, [new(Notes, $"\"{text}{to}\"", entry?.ETag)], cancellationToken);
            }
        }
    }
}
