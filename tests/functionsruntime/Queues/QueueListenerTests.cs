using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OpsAutomation.FunctionsRuntime.Queues;
using OpsAutomation.FunctionsRuntime.Tests.Functions;
using OpsAutomation.Queues;
using OpsAutomation.Testing;

namespace OpsAutomation.FunctionsRuntime.Tests.Queues;

public sealed class QueueListenerTests : IDisposable
{
    private static readonly HostSettings Settings = new() { MaxDequeueCount = 2, VisibilityTimeout = TimeSpan.FromSeconds(30), BatchSize = 4 };

    private readonly ManualTime time = new();
    private readonly RuntimeHome home = new();
    private readonly Behaviour behaviour = new();
    private readonly RuntimeDatabase database;
    private readonly SqliteQueueStorage storage;

    public QueueListenerTests()
    {
        database = new RuntimeDatabase(home.Database);
        storage = new SqliteQueueStorage(database, time);
    }

    public void Dispose()
    {
        database.Dispose();
        home.Dispose();
    }

    [Fact]
    public async Task A_message_reaches_its_function_decoded_and_is_deleted_after_success()
    {
        var heard = new List<string>();
        behaviour.OnMessage = (message, _) =>
        {
            heard.Add(message);
            return Task.CompletedTask;
        };
        await AddAsync("été");
        using var listener = Listener();

        await RoundAsync(listener);

        heard.ShouldBe(["été"]);
        (await storage.CountAsync("work")).ShouldBe(0);
    }

    [Fact]
    public async Task A_failed_message_comes_back_after_the_visibility_timeout_and_goes_to_poison_after_the_last_attempt()
    {
        var attempts = 0;
        behaviour.OnMessage = (_, _) => throw new InvalidOperationException($"attempt {++attempts}");
        await AddAsync("one");
        using var listener = Listener();

        await RoundAsync(listener);
        await RoundAsync(listener);
        attempts.ShouldBe(1);
        time.Advance(Duration.FromSeconds(31));
        await RoundAsync(listener);

        attempts.ShouldBe(2);
        (await storage.CountAsync("work")).ShouldBe(0);
        (await storage.ReceiveAsync("work-poison", 1, TimeSpan.FromMinutes(1))).ShouldHaveSingleItem().Text.ShouldBe(Encoded("one"));
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_poison_as_it_was()
    {
        await storage.AddAsync("work", "not base64!");
        using var listener = Listener();

        await RoundAsync(listener);
        time.Advance(Duration.FromSeconds(31));
        await RoundAsync(listener);

        (await storage.ReceiveAsync("work-poison", 1, TimeSpan.FromMinutes(1))).ShouldHaveSingleItem().Text.ShouldBe("not base64!");
    }

    [Fact]
    public async Task A_failed_message_of_a_poison_queue_stays_and_makes_no_further_poison_queue()
    {
        behaviour.OnMessage = (_, _) => throw new InvalidOperationException("always");
        await storage.AddAsync("work-poison", Encoded("one"));
        using var listener = Listener("work-poison");

        for (var i = 0; i < 4; i++)
        {
            await RoundAsync(listener);
            time.Advance(Duration.FromMinutes(11));
        }

        (await storage.CountAsync("work-poison")).ShouldBe(1);
        (await storage.CountAsync("work-poison-poison")).ShouldBe(0);
    }

    [Fact]
    public async Task No_batch_is_received_above_the_threshold()
    {
        var release = new TaskCompletionSource();
        behaviour.OnMessage = (_, _) => release.Task;
        for (var i = 0; i < 6; i++)
            await AddAsync($"{i}");
        using var listener = Listener();

        (await listener.ReceiveAsync(default)).ShouldBe(4);
        (await listener.ReceiveAsync(default)).ShouldBe(0);
        release.SetResult();
        await Task.WhenAll(listener.InFlight());
        await listener.DrainAsync(default);

        (await storage.CountAsync("work")).ShouldBe(2);
    }

    [Fact]
    public async Task A_stop_waits_for_what_is_in_flight()
    {
        var release = new TaskCompletionSource();
        behaviour.OnMessage = (_, _) => release.Task;
        await AddAsync("one");
        using var listener = Listener();
        await listener.ReceiveAsync(default);

        var drained = listener.DrainAsync(default);
        drained.IsCompleted.ShouldBeFalse();
        release.SetResult();
        await drained;

        (await storage.CountAsync("work")).ShouldBe(0);
    }

    [Fact]
    public async Task What_does_not_end_within_the_limit_of_a_stop_is_back_in_its_queue_at_once()
    {
        behaviour.OnMessage = (_, _) => new TaskCompletionSource().Task;
        await AddAsync("one");
        using var listener = Listener();
        await listener.ReceiveAsync(default);

        await listener.DrainAsync(new CancellationToken(canceled: true));

        var back = (await storage.ReceiveAsync("work", 1, TimeSpan.FromMinutes(1))).ShouldHaveSingleItem();
        back.DequeueCount.ShouldBe(2);
    }

    [Fact]
    public void Pauses_double_while_the_queue_is_empty_and_start_anew_after_a_message()
    {
        using var listener = Listener();

        var pauses = Enumerable.Range(0, 12).Select(_ => listener.NextPause(0).TotalSeconds).ToList();
        listener.NextPause(1);

        pauses[..4].ShouldBe([0.1, 0.2, 0.4, 0.8]);
        pauses[^1].ShouldBe(60);
        listener.NextPause(0).TotalSeconds.ShouldBe(0.1);
    }

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private Task AddAsync(string text) => storage.AddAsync("work", Encoded(text));

    private QueueListener Listener(string queue = "work") => new(
        behaviour.Function("HandleMessage"), queue, storage, behaviour.Invoker(Settings, time), Settings,
        TimeSpan.FromMinutes(10), time, NullLogger.Instance);

    private static async Task RoundAsync(QueueListener listener)
    {
        await listener.ReceiveAsync(default);
        await listener.DrainAsync(default);
    }
}
