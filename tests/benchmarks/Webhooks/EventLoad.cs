using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpsAutomation.Benchmarks.Webhooks;

/// <summary>
/// Sends events over connections that stay open. With a rate each is due at its moment, and its time counts from there, also while it waits
/// for a connection; without one each connection sends as soon as it has its answer.
/// </summary>
/// <param name="address">Where the source answers.</param>
/// <param name="events">The requests.</param>
/// <param name="connections">How many connections.</param>
/// <param name="rate">Events a second; 0 for as many as there can be.</param>
/// <param name="seconds">For how long.</param>
internal sealed class EventLoad(Uri address, IReadOnlyList<byte[]> events, int connections, int rate, double seconds)
{
    private readonly List<double> times = [];
    private readonly List<(int Second, double Milliseconds)> all = [];
    private readonly Lock gate = new();
    private int next = -1;
    private long start;

    /// <summary>How many were answered 202.</summary>
    public int Taken { get; private set; }

    /// <summary>How many were answered otherwise, or not.</summary>
    public int Failed { get; private set; }

    /// <summary>How long the whole took, in seconds.</summary>
    public double Elapsed { get; private set; }

    /// <summary>The milliseconds of every answer, in order of their length.</summary>
    public IReadOnlyList<double> Times => times;

    /// <summary>The milliseconds of the answers to what was due in each second, in order of their length.</summary>
    public IEnumerable<IReadOnlyList<double>> Seconds => all.GroupBy(one => one.Second).OrderBy(one => one.Key).Select(one => one.Select(answer => answer.Milliseconds).Order().ToList());

    /// <summary>Sends.</summary>
    public async Task RunAsync()
    {
        var sockets = new List<Socket>();
        for (var i = 0; i < connections; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
            sockets.Add(socket);
        }

        start = Stopwatch.GetTimestamp();
        await Task.WhenAll(sockets.Select(SendAsync));
        Elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        sockets.ForEach(socket => socket.Dispose());
        times.Sort();
    }

    private async Task SendAsync(Socket socket)
    {
        var buffer = new byte[4096];
        var mine = new List<(int Second, double Milliseconds)>();
        var (taken, failed) = (0, 0);
        while (true)
        {
            var number = Interlocked.Increment(ref next);
            if (number >= events.Count || Stopwatch.GetElapsedTime(start).TotalSeconds >= seconds)
                break;
            var due = rate > 0 ? start + (long)((double)number / rate * Stopwatch.Frequency) : Stopwatch.GetTimestamp();
            if (due > Stopwatch.GetTimestamp() && Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { TotalMilliseconds: > 1 } wait)
                await Task.Delay(wait);
            await socket.SendAsync(events[number]);
            if (await AnswerAsync(socket, buffer) == 202)
                taken++;
            else
                failed++;
            mine.Add(((int)Stopwatch.GetElapsedTime(start, due).TotalSeconds, Stopwatch.GetElapsedTime(due).TotalMilliseconds));
        }

        lock (gate)
        {
            all.AddRange(mine);
            times.AddRange(mine.Select(one => one.Milliseconds));
            Taken += taken;
            Failed += failed;
        }
    }

    // The answers have no body, or one with its length.
    private static async Task<int> AnswerAsync(Socket socket, byte[] buffer)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
                return 0;
            filled += read;
            var end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            if (end >= 0 && filled >= end + 4 + LengthIn(buffer.AsSpan(0, end)))
                return int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), CultureInfo.InvariantCulture);
        }

        return 0;
    }

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        if (at < 0)
            return 0;
        var rest = head[(at + name.Length)..];
        var end = rest.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? rest : rest[..end], CultureInfo.InvariantCulture);
    }
}
