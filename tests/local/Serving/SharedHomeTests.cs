using OpsAutomation.Local.Serving;
using OpsAutomation.Testing;

namespace OpsAutomation.Local.Tests.Serving;

public sealed class SharedHomeTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;
    private static readonly TimeSpan AsCommandsWait = TimeSpan.FromSeconds(30);
    private readonly string folder = Directory.CreateTempSubdirectory("home").FullName;
    private readonly SharedHome shared;

    public SharedHomeTests() => shared = SharedHome.Open(folder, new ManualTime());

    public void Dispose()
    {
        shared.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_command_works_while_no_function_runs_and_waits_while_one_does()
    {
        using (await OpenAsync(AtOnce))
        {
        }

        using (await shared.EnterAsync())
            (await Should.ThrowAsync<OpsException>(() => OpenAsync(AtOnce))).Kind.ShouldBe(FailureKind.Retriable);

        using var after = await OpenAsync(AtOnce);
    }

    [Fact]
    public async Task A_turn_that_comes_after_its_function_has_ended_is_given_back()
    {
        var command = await OpenAsync(AtOnce);
        var turn = new HomeTurn(shared);
        var late = turn.HomeAsync(TestContext.Current.CancellationToken).AsTask();
        turn.Dispose();

        command.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(() => late);

        using var after = await OpenAsync(AtOnce);
    }

    [Fact]
    public async Task Functions_share_a_turn_and_the_last_one_ends_it()
    {
        var first = await shared.EnterAsync();
        var second = await shared.EnterAsync();

        first.Dispose();
        first.Dispose();
        await Should.ThrowAsync<OpsException>(() => OpenAsync(AtOnce));
        second.Dispose();

        using var after = await OpenAsync(AtOnce);
    }

    [Fact]
    public async Task A_function_waits_for_a_command_and_runs_when_it_has_ended()
    {
        var command = await OpenAsync(AtOnce);
        var entering = shared.EnterAsync();

        entering.IsCompleted.ShouldBeFalse();
        command.Dispose();

        (await entering).Dispose();
    }

    [Fact]
    public async Task A_command_gets_the_home_however_many_functions_follow_each_other()
    {
        using var stop = new CancellationTokenSource();
        var functions = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using (await shared.EnterAsync())
                    await Task.Delay(20);
            }
        })).ToList();

        (await OpenAsync(AsCommandsWait)).Dispose();

        await stop.CancelAsync();
        await Task.WhenAll(functions);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_turn_to_others()
    {
        using var command = await OpenAsync(AtOnce);
        using var impatient = new CancellationTokenSource();
        var given = shared.EnterAsync(impatient.Token);
        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => given);
        command.Dispose();
        (await shared.EnterAsync()).Dispose();
    }

    [Fact]
    public void A_second_app_is_refused()
    {
        var refusal = Should.Throw<OpsException>(() => SharedHome.Open(folder, new ManualTime()));

        refusal.Kind.ShouldBe(FailureKind.Refused);
        refusal.Text.Fr.ShouldContain("sert déjà");
    }

    private Task<LocalHome> OpenAsync(TimeSpan wait) => LocalHome.OpenAsync(folder, new ManualTime(), wait);
}
