using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Benchmarks.Webhooks;

/// <summary>
/// Whether the time of a refusal tells a stranger anything: for each scheme, an engagement that is not there, one that is with another
/// secret, and one that is without the source. One connection, one request at a time, the three in another order each round.
/// </summary>
/// <param name="app">Where the app listens.</param>
/// <param name="rounds">How often each is sent.</param>
internal sealed class TimingBenchmark(Uri app, int rounds)
{
    private const string Known = "bench";
    // As long as the other, so that only its being there differs.
    private const string Unknown = "hcneb";
    private const int WarmUp = 300;
    private readonly byte[] buffer = new byte[4096];

    /// <summary>Measures every scheme and prints a line for each.</summary>
    /// <returns>0 where no difference stands out of the noise.</returns>
    public async Task<int> RunAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, app.Port));
        var told = 0;
        Console.WriteLine("scheme      unknown engagement   wrong signature   no such source   largest difference   noise");
        foreach (var (word, scheme) in WebhookSchemes.Words)
        {
            var requests = new[] { Request(Unknown, word, word, scheme), Request(Known, word, word, scheme), Request(Known, "x" + word[1..], word, scheme) };
            var times = await MeasureAsync(socket, requests);
            var medians = times.Select(Median).ToList();
            // Three standard errors of the difference of two medians.
            var noise = 3 * Math.Sqrt(times.Max(Spread) * 2);
            var difference = medians.Max() - medians.Min();
            if (difference > Math.Max(noise, 1))
                told++;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{word,-10}  {medians[0],15:F1} µs   {medians[1],12:F1} µs   {medians[2],11:F1} µs   {difference,15:F1} µs   {noise,4:F1} µs"));
        }

        Console.WriteLine(told == 0 ? "No difference stands out of the noise." : $"{told} schemes differ by more than the noise.");
        return told == 0 ? 0 : 1;
    }

    private async Task<List<List<double>>> MeasureAsync(Socket socket, byte[][] requests)
    {
        var times = requests.Select(_ => new List<double>(rounds)).ToList();
        for (var round = -WarmUp; round < rounds; round++)
        {
            for (var place = 0; place < requests.Length; place++)
            {
                // Each comes first, second and third equally often, and after each of the others.
                var which = ((round % 2 == 0 ? place : requests.Length - 1 - place) + Math.Abs(round / 2)) % requests.Length;
                var start = Stopwatch.GetTimestamp();
                await socket.SendAsync(requests[which]);
                var length = await socket.ReceiveAsync(buffer);
                var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                if (!Encoding.ASCII.GetString(buffer, 0, length).StartsWith("HTTP/1.1 401", StringComparison.Ordinal))
                    throw new InvalidOperationException("A request that had to be refused was not.");
                if (round >= 0)
                    times[which].Add(time);
            }
        }

        times.ForEach(one => one.Sort());
        return times;
    }

    private byte[] Request(string engagement, string source, string signedAs, WebhookScheme scheme)
    {
        var settings = new WebhookSettings { Source = signedAs, Scheme = scheme };
#pragma warning disable RS0030 // A benchmark measures real time.
        var now = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);
#pragma warning restore RS0030
        var secret = scheme == WebhookScheme.Standard ? StandardSignature.NewSecret() : "another-secret-than-the-source-has";
        var signed = WebhookTestEvent.Sign(settings, secret, app, EngagementId.Parse(engagement), now);
        var head = new StringBuilder($"POST {WebhookAddresses.PathOf(engagement, source)} HTTP/1.1\r\nHost: {app.Authority}\r\nContent-Type: application/json\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {signed.Body.Length}\r\n");
        foreach (var (name, value) in signed.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. signed.Body];
    }

    private static double Median(List<double> sorted) => sorted[sorted.Count / 2];

    // The square of the standard error of the median, from the quartiles, which outliers do not move.
    private static double Spread(List<double> sorted)
    {
        var deviation = (sorted[sorted.Count * 3 / 4] - sorted[sorted.Count / 4]) / 1.349;
        return Math.Pow(1.253 * deviation, 2) / sorted.Count;
    }
}
