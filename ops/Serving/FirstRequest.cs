using System.Net.Sockets;
using System.Text;

namespace OpsAutomation.Ops.Serving;

/// <summary>
/// The first request to an app that has just started, from here and to be refused: what it makes the runtime load and compile, the first
/// sender of a webhook need not wait for. A plain socket, since a client would load as much again.
/// </summary>
internal static class FirstRequest
{
    private const string Body = "{}";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Sends it and waits for the answer. An app that does not answer is no failure of this.</summary>
    public static async Task SendAsync(Uri app, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(app.Host, app.Port, patience.Token);
            var stream = client.GetStream();
            await using (stream)
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"POST /api/engagements/nobody/webhooks/slack HTTP/1.1\r\nHost: {app.Authority}\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + $"X-Slack-Signature: v0=0\r\nX-Slack-Request-Timestamp: 0\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"),
                    patience.Token);
                await stream.CopyToAsync(Stream.Null, patience.Token);
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The app runs all the same.
        }
    }
}
