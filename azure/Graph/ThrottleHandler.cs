using System.Net;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Lets requests through the gate of their mailbox, and repeats what was refused without effect: any request that was answered 429, and
/// reading ones that met a busy server. All else is the caller's to decide, since it may have happened.
/// </summary>
internal sealed class ThrottleHandler(MailboxGates gates, TimeProvider clock) : DelegatingHandler
{
    private const int Attempts = 4;

    // A longer wait belongs to the queue and not to a function that is paid for by the second.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // To be sent again, a content must not be read away by the first attempt.
        if (request.Content is { } content)
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        var gate = gates.Of(request);
        for (var attempt = 1; ; attempt++)
        {
            var response = await SendOnceAsync(request, gate, cancellationToken).ConfigureAwait(false);
            if (attempt == Attempts || !IsRepeatable(request.Method, response.StatusCode))
                return response;
            var wait = Wait(response, attempt);
            if (wait > LongestWait)
                return response;
            response.Dispose();
            if (gate is null)
                await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            else
                gate.PauseUntil(clock.GetUtcNow() + wait);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, MailboxGate? gate, CancellationToken cancellationToken)
    {
        if (gate is null)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Leave();
        }
    }

    private static bool IsRepeatable(HttpMethod method, HttpStatusCode status) => status == HttpStatusCode.TooManyRequests
        || (method == HttpMethod.Get && status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout);

    private TimeSpan Wait(HttpResponseMessage response, int attempt)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - clock.GetUtcNow() : TimeSpan.FromSeconds(1 << attempt));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
