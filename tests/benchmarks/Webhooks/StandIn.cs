using System.Net;
using System.Net.Sockets;

namespace OpsAutomation.Benchmarks.Webhooks;

/// <summary>Answers whatever comes, so that the client's own code is compiled before it measures.</summary>
internal sealed class StandIn : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly byte[] answer;

    /// <summary>Begins to listen.</summary>
    /// <param name="answer">What is answered to whatever has come at once.</param>
    public StandIn(ReadOnlySpan<byte> answer)
    {
        this.answer = answer.ToArray();
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await listener.AcceptSocketAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It was disposed.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            var buffer = new byte[8192];
            while (await socket.ReceiveAsync(buffer) > 0)
                await socket.SendAsync(answer);
        }
    }
}
