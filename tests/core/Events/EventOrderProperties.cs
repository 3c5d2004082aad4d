using System.Text.Json;
using NodaTime;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Events;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Events;

/// <summary>Two instances, receivers that fail, and processes that die at any effect: the order of each thing holds at each endpoint.</summary>
public sealed class EventOrderProperties
{
    private const string Endpoints = """
          - {id: board, url: "https://hooks.example.com/board"}
          - {id: shared, url: "https://example.org/in", types: [kpi.*]}
        """;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nothing_overtakes_nothing_is_lost_and_nothing_waits_for_ever(int seed)
    {
        var random = new Random(seed);
        var receiver = new Receiver(random);
        var world = new EventWorld(Endpoints, receiver);
        world.Crashes.AlsoAt = Enumerable.Range(0, 6).Select(_ => random.Next(1, 160)).ToHashSet();
        world.Crashes.After = random.Next(2) == 0;
        var plan = new Queue<(string Type, string Subject, int Number)>(Enumerable.Range(1, 16).Select(number =>
            (number % 3 == 0 ? EventTypes.MilestoneLate : number % 2 == 0 ? EventTypes.KpiOnTarget : EventTypes.KpiOffTarget, $"s{number % 4}", number)));
        var waiting = new List<(Instant At, string Message)>();
        var tries = new Dictionary<string, int>(StringComparer.Ordinal);

        while (plan.Count + waiting.Count > 0)
        {
            if (plan.Count > 0 && (waiting.Count == 0 || random.Next(3) == 0))
                await PublishAsync(world, plan.Dequeue());
            Collect();
            var due = waiting.Where(one => one.At <= world.Time.Now).OrderBy(_ => random.Next()).Take(2).ToList();
            if (due.Count == 0 && plan.Count == 0 && waiting.Count > 0)
                world.Time.Now = waiting.Min(one => one.At);
            foreach (var one in due)
                waiting.Remove(one);
            foreach (var message in await Task.WhenAll(due.Select(one => Task.Run(() => HandleAsync(world, one.Message)))))
            {
                if (message is null)
                    continue;
                // The host makes it visible again, and after five times calls it poison.
                if ((tries[message] = tries.GetValueOrDefault(message) + 1) < 5)
                    waiting.Add((world.Time.Now, message));
                else
                    await JobWorld.TickAsync(() => world.Poison.ReportAsync(JobQueues.Events, message));
            }

            Collect();
        }

        receiver.Faults.ShouldBeEmpty();
        var deliveries = await world.DeliveriesAsync();
        // Of 16 events the five about milestones go to one endpoint, the others to both.
        deliveries.Count.ShouldBe(16 + 11);
        deliveries.ShouldAllBe(delivery => delivery.State == EventDeliveryState.Delivered || delivery.State == EventDeliveryState.Dead);
        await foreach (var chain in world.State.ListAsync(EventWorld.Lumen, "event-chains"))
            chain.Key.Id.ShouldBeNull();

        void Collect()
        {
            waiting.AddRange(world.Queue.Sent.Select(sent => (world.Time.Now + Duration.FromTimeSpan(sent.Delay), sent.Message)));
            world.Queue.Take(JobQueues.Events);
        }
    }

    private static Task PublishAsync(EventWorld world, (string Type, string Subject, int Number) one) =>
        JobWorld.TickAsync(() => world.PublishAsync(one.Type, $"{one.Type}/{one.Number}", $$"""{"number":{{one.Number}}}""", one.Subject));

    private static async Task<string?> HandleAsync(EventWorld world, string message)
    {
        try
        {
            await world.Handler.HandleAsync(message);
            return null;
        }
        catch (CrashException)
        {
            return message;
        }
    }

    /// <summary>Notes what overtakes what, and what is posted twice at once.</summary>
    private sealed class Receiver(Random random) : IEventTransport
    {
        private readonly Lock gate = new();
        private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);
        private readonly HashSet<string> busy = new(StringComparer.Ordinal);

        public List<string> Faults { get; } = [];

        public async Task<TransportAnswer> PostAsync(
            Uri url, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var key = $"{url.Host} {root.GetProperty("type").GetString()!.Split('.')[0]} {root.GetProperty("subject").GetString()}";
            var number = root.GetProperty("data").GetProperty("number").GetInt32();
            int dice;
            lock (gate)
            {
                if (number < last.GetValueOrDefault(key))
                    Faults.Add($"{key}: {number} after {last[key]}");
                if (!busy.Add(key))
                    Faults.Add($"{key}: {number} while another was sent");
                last[key] = number;
                dice = random.Next(20);
            }

            await Task.Yield();
            lock (gate)
                busy.Remove(key);
            return dice switch { 0 => new(410), < 6 => new(503), < 8 => new(null, TransportFailure.TimedOut), _ => new(204) };
        }
    }
}
