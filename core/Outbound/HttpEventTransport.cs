using System.Net.Http.Headers;
using OpsAutomation.Ports;

namespace OpsAutomation.Outbound;

/// <summary>Posts events over HTTP. What a receiver answers beyond its status is not read.</summary>
/// <param name="handler">Makes the connections: <see cref="GuardedConnector.CreateHandler"/>.</param>
/// <param name="time">Measures how long it takes.</param>
public sealed class HttpEventTransport(HttpMessageHandler handler, TimeProvider time) : IEventTransport, IDisposable
{
    private const string ContentType = "Content-Type";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private readonly HttpClient client = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public async Task<TransportAnswer> PostAsync(
        Uri url, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
        var type = headers.FirstOrDefault(header => header.Key.Equals(ContentType, StringComparison.OrdinalIgnoreCase)).Value;
        request.Content.Headers.ContentType = type is null ? new("application/cloudevents+json", "utf-8") : MediaTypeHeaderValue.Parse(type);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("OpsAutomation", "1"));
        foreach (var (name, value) in headers.Where(header => !header.Key.Equals(ContentType, StringComparison.OrdinalIgnoreCase)))
            request.Headers.TryAddWithoutValidation(name, value);
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return new((int)answer.StatusCode, RetryAfter: AskedWait.Of(answer, time));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, TransportFailure.TimedOut);
        }
        catch (HttpRequestException failure)
        {
            return new(null, IsPrivate(failure) ? TransportFailure.PrivateAddress : TransportFailure.Unreachable);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static bool IsPrivate(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PrivateAddressException)
                return true;
        }

        return false;
    }
}
