using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace OpsAutomation.Benchmarks.Webhooks;

/// <summary>How long Slack's challenge waits when it is the first request of all, sent as soon as the port opens.</summary>
internal static class FirstRequest
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    /// <summary>Knocks until the app listens, sends the challenge, and prints how long the answer took.</summary>
    /// <returns>0 where the answer was the challenge.</returns>
    public static async Task<int> RunAsync(Uri address, string secret)
    {
        await RehearseAsync();
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var request = Challenge(address, secret, challenge);
        using var socket = await ConnectAsync(address.Port);
        var (answer, milliseconds) = await AskAsync(socket, request);
        var isRight = answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) && answer.EndsWith(challenge, StringComparison.Ordinal);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first request  Slack's challenge answered {(isRight ? "rightly" : "wrongly")} after {milliseconds:0.0} ms"));
        return isRight ? 0 : 1;
    }

    private static byte[] Challenge(Uri address, string secret, string challenge)
    {
#pragma warning disable RS0030
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
#pragma warning restore RS0030
        var body = $$"""{"token":"unused","challenge":"{{challenge}}","type":"url_verification"}""";
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"v0:{timestamp}:{body}"));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
        var request = string.Create(CultureInfo.InvariantCulture, $"""
            POST {address.AbsolutePath} HTTP/1.1
            Host: {address.Authority}
            Content-Type: application/json
            Content-Length: {body.Length}
            X-Slack-Request-Timestamp: {timestamp}
            X-Slack-Signature: v0={signature}

            {body}
            """);
        return Encoding.ASCII.GetBytes(request.ReplaceLineEndings("\r\n"));
    }

    private static async Task<Socket> ConnectAsync(int port)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
                return socket;
            }
            catch (SocketException) when (started.Elapsed < LongestStart)
            {
                socket.Dispose();
                await Task.Delay(2);
            }
        }
    }

    private static async Task<(string Answer, double Milliseconds)> AskAsync(Socket socket, byte[] request)
    {
        var buffer = new byte[4096];
        var started = Stopwatch.GetTimestamp();
        await socket.SendAsync(request);
        var text = "";
        while (!IsWhole(text))
        {
            var read = await socket.ReceiveAsync(buffer);
            if (read == 0)
                break;
            text += Encoding.ASCII.GetString(buffer, 0, read);
        }

        return (text, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static bool IsWhole(string answer)
    {
        const string Name = "Content-Length: ";
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        var length = answer[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return answer.Length - end - 4 >= (length is null ? 0 : int.Parse(length[Name.Length..], CultureInfo.InvariantCulture));
    }

    // What the client compiles at its first request is no time of the app's.
    private static async Task RehearseAsync()
    {
        using var server = new StandIn("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"u8);
        using var socket = await ConnectAsync(server.Address.Port);
        await AskAsync(socket, Challenge(server.Address, "secret", "challenge"));
    }
}
