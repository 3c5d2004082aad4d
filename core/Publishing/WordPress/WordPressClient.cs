using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Publishing.WordPress;

/// <summary>Speaks to the REST API of a WordPress site.</summary>
internal sealed class WordPressClient(HttpMessageHandler handler, ISecretStore secrets, TimeProvider time) : IDisposable
{
    private const int LargestAnswer = 8 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly HttpMessageInvoker http = new(handler, disposeHandler: false);

    /// <summary>Sends a request about pages.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="target">The site.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">What follows <c>/wp-json/wp/v2/pages</c>.</param>
    /// <param name="body">The JSON to send, or null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The answer; null where there is no such page.</returns>
    public async Task<JsonElement?> SendAsync(
        EngagementId engagement, PublishingTarget target, HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{target.Site!.AbsoluteUri.TrimEnd('/')}/wp-json/wp/v2/pages{path}"));
        request.Headers.Authorization = new("Basic", await CredentialsAsync(engagement, target, cancellationToken).ConfigureAwait(false));
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("OpsAutomation", "1"));
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } };
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var answer = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            var json = await ReadAsync(answer, either.Token).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
                return json ?? throw WordPressFailure.NoPage();
            // Both are said of pages that are gone; without JSON it is another server that answers, or a site without the API.
            // A site that closed its API says 404 in JSON too: no page is gone for that.
            if (json is { } said && !WordPressFailure.IsNoRoute(said) && path.StartsWith('/') && answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                return null;
            throw WordPressFailure.Of(answer, json, target, time);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && WordPressFailure.Of(fault) is not null)
        {
            throw WordPressFailure.Of(fault)!;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<string> CredentialsAsync(EngagementId engagement, PublishingTarget target, CancellationToken cancellationToken)
    {
        var found = await secrets.FindAsync(engagement, SecretName.OfPublishing(target.Id), cancellationToken).ConfigureAwait(false);
        // Kept as WordPress shows it, in groups of four; it takes it with or without the spaces.
        return found.Count > 0
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{target.User}:{found[0]}"))
            : throw WordPressFailure.NoPassword(engagement, target);
    }

    private static async Task<JsonElement?> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not { } type || !type.EndsWith("json", StringComparison.OrdinalIgnoreCase) || answer.Content.Headers.ContentLength > LargestAnswer)
            return null;
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var memory = new MemoryStream();
            var buffer = new byte[16 * 1024];
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                memory.Write(buffer, 0, count);
                if (memory.Length > LargestAnswer)
                    return null;
            }

            try
            {
                using var document = JsonDocument.Parse(memory.GetBuffer().AsMemory(0, (int)memory.Length));
                return document.RootElement.Clone();
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
