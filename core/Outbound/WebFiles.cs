using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using OpsAutomation.Ports;

namespace OpsAutomation.Outbound;

/// <summary>Fetches links over HTTPS from the public internet only. A link, and where each redirect leads, is looked at before anything is sent there.</summary>
public sealed class WebFiles : IWebFiles, IDisposable
{
    private const int MostRedirects = 5;

    // A server that trickles holds nobody up.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(10);

    private readonly HttpMessageInvoker http;
    private readonly TimeProvider time;

    /// <summary>Creates the adapter.</summary>
    /// <param name="connector">Connects to where it may.</param>
    /// <param name="time">Tells how long a moment that a server names is away.</param>
    public WebFiles(GuardedConnector connector, TimeProvider time)
        : this(connector.CreateHandler(), time)
    {
    }

    internal WebFiles(HttpMessageHandler handler, TimeProvider time) => (http, this.time) = (new(handler), time);

    /// <inheritdoc/>
    public async Task<WebFile?> OpenAsync(Uri link, WebVersion? known, CancellationToken cancellationToken = default)
    {
        var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            life.CancelAfter(LongestAnswer);
            (response, var from) = await FollowAsync(link, known, life.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.NotModified)
                return null;
            if (!response.IsSuccessStatusCode)
                throw WebFailure.Of(response, time);
            life.CancelAfter(LongestDownload);
            var content = await response.Content.ReadAsStreamAsync(life.Token).ConfigureAwait(false);
            var file = Describe(response, from, new FailingStream(content, WebFailure.Of, new Answer(response, life), life.Token));
            (response, life) = (null, null);
            return file;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && WebFailure.Of(error) is not null)
        {
            throw WebFailure.Of(error)!;
        }
        finally
        {
            response?.Dispose();
            life?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<(HttpResponseMessage Response, Uri From)> FollowAsync(Uri link, WebVersion? known, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (link.Scheme is not ("https" or "http") || PublicAddress.Problem(link) is not null)
                throw WebFailure.NotPublic();
            using var request = new HttpRequestMessage(HttpMethod.Get, link);
            request.Headers.Accept.ParseAdd("*/*");
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("OpsAutomation", null));
            if (known?.ETag is { } tag)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (known?.LastModified is { } date)
                request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
            var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
                return (response, link);
            var next = response.Headers.Location;
            response.Dispose();
            if (next is null || redirects == MostRedirects)
                throw WebFailure.Astray();
            link = new Uri(link, next);
        }
    }

    private static WebFile Describe(HttpResponseMessage response, Uri from, Stream content)
    {
        var headers = response.Content.Headers;
        return new(content)
        {
            Name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"') ?? Uri.UnescapeDataString(from.Segments[^1].TrimEnd('/')),
            MediaType = headers.ContentType?.MediaType?.ToLowerInvariant(),
            Version = new(response.Headers.ETag?.ToString(), headers.LastModified?.ToString("r", CultureInfo.InvariantCulture)),
        };
    }

    private sealed class Answer(HttpResponseMessage response, CancellationTokenSource life) : IDisposable
    {
        public void Dispose()
        {
            response.Dispose();
            life.Dispose();
        }
    }
}
