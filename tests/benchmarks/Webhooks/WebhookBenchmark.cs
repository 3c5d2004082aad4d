using System.Diagnostics;
using System.Globalization;

namespace OpsAutomation.Benchmarks.Webhooks;

/// <summary>How many signed events an app takes a second, and how long each waits for its answer.</summary>
internal static class WebhookBenchmark
{
    private const int BodyLength = 2048;

    /// <summary>Runs it against an app that listens already, and prints what it found.</summary>
    /// <param name="address">Where the source answers.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="process">The app's process, to know its CPU time.</param>
    /// <param name="options">connections, rate (0 for the most), seconds.</param>
    /// <returns>0 where every event was answered 202.</returns>
    public static async Task<int> RunAsync(Uri address, string secret, int process, IReadOnlyList<int> options)
    {
        var (connections, rate, seconds) = (options[0], options[1], options[2]);
        var count = (rate > 0 ? rate : 12_000) * seconds;
        // Signed before it begins: the client has the same two processors.
#pragma warning disable RS0030
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
#pragma warning restore RS0030
        var run = $"{now}-{rate}";
        var source = new SignedEvent(address, secret, BodyLength);
        var events = new byte[count][];
        Parallel.For(0, count, number => events[number] = source.Request($"evt_{run}_{number}", number, now));

        using (var server = new StandIn("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"u8))
            await new EventLoad(server.Address, events, connections, 2000, seconds: 2).RunAsync();

        var load = new EventLoad(address, events, connections, rate, seconds);
        using var app = Process.GetProcessById(process);
        var (before, own) = (app.TotalProcessorTime, Environment.CpuUsage.TotalTime);
        await load.RunAsync();
        app.Refresh();
        var (after, ownAfter) = (app.TotalProcessorTime, Environment.CpuUsage.TotalTime);
        Print("asked for", $"{(rate > 0 ? $"{rate} events a second" : "as many as there can be")}, {connections} connections, {seconds} s");
        Print("answered 202", $"{load.Taken}, otherwise {load.Failed}");
        Print("rate", $"{load.Taken / load.Elapsed:0} a second over {load.Elapsed:0.0} s");
        Print("wait", $"p50 {At(load.Times, 0.5):0.0} ms, p99 {At(load.Times, 0.99):0.0} ms, p99.9 {At(load.Times, 0.999):0.0} ms, longest {At(load.Times, 1):0.0} ms");
        Print("processor", $"app {(after - before).TotalMilliseconds / load.Taken:0.000} ms an event (with what is handled meanwhile), client {(ownAfter - own).TotalMilliseconds / load.Taken:0.000} ms");
        var seconds99 = load.Seconds.Select(one => At(one, 0.99)).ToList();
        Print("p99 by second", string.Join(' ', seconds99.Select(one => one.ToString("0", CultureInfo.InvariantCulture))));
        return load.Failed == 0 && load.Taken > 0 ? 0 : 1;
    }

    private static double At(IReadOnlyList<double> times, double share) => times.Count == 0 ? double.NaN : times[Math.Min(times.Count - 1, (int)(times.Count * share))];

    private static void Print(string what, FormattableString value) => Console.WriteLine($"{what,-14} {value.ToString(CultureInfo.InvariantCulture)}");

    private static void Print(string what, string value) => Console.WriteLine($"{what,-14} {value}");
}
