using System.Net;
using System.Net.Mime;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Lets requests through the gate of their mailbox, each in the turn that it is made in or in one of its own, and repeats what was refused without effect: any request that was answered 429, and
/// reading ones that met a busy server. All else is the caller's to decide, since it may have happened.
/// </summary>
internal sealed class ThrottleHandler(MailboxGates gates, TimeProvider clock, TimeSpan timeout) : DelegatingHandler
{
    private const int Attempts = 4;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // To be sent again, a content must not be read away by the first attempt.
        if (request.Content is { } content)
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        var gate = gates.Of(request);
        var notAfter = request.GetRequestOption<NotAfter>()?.Moment;
        for (var attempt = 1; ; attempt++)
        {
            var response = await SendOnceAsync(request, gate, notAfter, cancellationToken).ConfigureAwait(false);
            if (IsPutOff(response.StatusCode))
                OpsMetrics.GraphThrottled.Add(1, new KeyValuePair<string, object?>("http.response.status_code", (int)response.StatusCode));
            if (attempt == Attempts || !IsRepeatable(request.Method, response.StatusCode))
                return response;
            var wait = Wait(response, attempt);
            var until = clock.GetUtcNow() + wait;
            gate?.PauseUntil(until);
            if (wait > MailboxGate.LongestPause || until > notAfter)
                return response;
            response.Dispose();
            if (gate is null)
                await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, MailboxGate? gate, DateTimeOffset? notAfter, CancellationToken cancellationToken)
    {
        if (gate is null)
            return await AttemptAsync(request, cancellationToken).ConfigureAwait(false);
        return await gate.InTurnAsync(
            sends: false,
            async turn =>
            {
                await turn.EnterAsync(notAfter, cancellationToken).ConfigureAwait(false);
                try
                {
                    return await AttemptAsync(request, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    turn.Leave();
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            var response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            // An answer that stops half-way counts as none. Files are read as they come, and may take longer.
            if (response.Content.Headers.ContentType?.MediaType == MediaTypeNames.Application.Json)
                await response.Content.LoadIntoBufferAsync(limit.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TaskCanceledException("The request was not answered in time.", new TimeoutException("The request was not answered in time.", error));
        }
    }

    private static bool IsPutOff(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    private static bool IsRepeatable(HttpMethod method, HttpStatusCode status) => status == HttpStatusCode.TooManyRequests
        || (method == HttpMethod.Get && status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout);

    private TimeSpan Wait(HttpResponseMessage response, int attempt)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - clock.GetUtcNow() : TimeSpan.FromSeconds(1 << attempt));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
