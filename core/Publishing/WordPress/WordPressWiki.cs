using System.Globalization;
using System.Text;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Publishing.WordPress;

/// <summary>
/// Pages of a WordPress site by its REST API, as a user with an application password. A page of ours is known by its id; before the id is recorded, by its
/// slug and a comment at its end that says whose it is and which content it was sent with.
/// </summary>
public sealed class WordPressWiki : IWiki, IDisposable
{
    private readonly WordPressClient client;

    /// <summary>Creates the adapter.</summary>
    /// <param name="handler">Makes the connections: to the public internet only (<c>GuardedConnector.CreateHandler</c>).</param>
    /// <param name="secrets">The application passwords: <see cref="SecretName.OfPublishing"/>.</param>
    /// <param name="time">Measures how long it takes.</param>
    public WordPressWiki(HttpMessageHandler handler, ISecretStore secrets, TimeProvider time) => client = new(handler, secrets, time);

    /// <inheritdoc/>
    public async Task<RemotePage?> FindAsync(EngagementId engagement, PublishingTarget target, string id, CancellationToken cancellationToken = default) =>
        await ReadAsync(engagement, target, id, cancellationToken).ConfigureAwait(false) is { IsInBin: false } page ? page.ToRemote() : null;

    /// <inheritdoc/>
    public async Task<bool> IsOursAsync(
        EngagementId engagement, PublishingTarget target, RemotePage found, IReadOnlyList<string> hashes, CancellationToken cancellationToken = default) =>
        await ReadAsync(engagement, target, found.Id, cancellationToken).ConfigureAwait(false) is { } page
        && page.Mark == found.Mark && PageMarker.Find(page.Content) is { IsIntact: true } marker && hashes.Contains(marker.Hash, StringComparer.Ordinal)
        && marker.Title == PageMarker.HashOf(page.Title);

    /// <inheritdoc/>
    public async Task<RemotePage?> CreateAsync(EngagementId engagement, PublishingTarget target, PageContent page, CancellationToken cancellationToken = default)
    {
        var slug = SlugOf(engagement, page.Key);
        var answer = await client.SendAsync(
            engagement, target, HttpMethod.Get, $"?slug={slug}&status=publish,private,draft,pending,future&context=edit&per_page=10", null, cancellationToken).ConfigureAwait(false);
        var there = answer is { } list && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(WordPressPage.Read)] : new List<WordPressPage>();
        foreach (var one in there)
        {
            // Made by a run that could not record it. One that people have changed since is theirs.
            if (PageMarker.Find(one.Content) is { } marker && marker.Page == PageOf(engagement, page.Key))
                return marker.IsIntact && marker.Title == PageMarker.HashOf(one.Title) ? await ReplaceAsync(engagement, target, one.ToRemote(), page, cancellationToken).ConfigureAwait(false) : null;
        }

        if (there.Count > 0)
            return null;
        var made = await client.SendAsync(engagement, target, HttpMethod.Post, "", Body(engagement, target, page, slug), cancellationToken).ConfigureAwait(false);
        return WordPressPage.Read(made ?? throw WordPressFailure.NoPage()).ToRemote();
    }

    /// <inheritdoc/>
    public async Task<RemotePage?> ReplaceAsync(
        EngagementId engagement, PublishingTarget target, RemotePage known, PageContent page, CancellationToken cancellationToken = default)
    {
        // The service has no conditional write: what lies between the last look and this one is all that could be lost, and revisions keep it.
        if (await ReadAsync(engagement, target, known.Id, cancellationToken).ConfigureAwait(false) is not { IsInBin: false } now || now.Mark != known.Mark)
            return null;
        var answer = await client.SendAsync(engagement, target, HttpMethod.Post, $"/{known.Id}", Body(engagement, target, page, slug: null), cancellationToken).ConfigureAwait(false);
        return WordPressPage.Read(answer ?? throw WordPressFailure.NoPage()).ToRemote();
    }

    /// <inheritdoc/>
    public Task RemoveAsync(EngagementId engagement, PublishingTarget target, RemotePage known, CancellationToken cancellationToken = default) =>
        client.SendAsync(engagement, target, HttpMethod.Delete, $"/{known.Id}", null, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>The last part of the address of a page: <c>atelier-lumen-fr-sop-incident</c>.</summary>
    internal static string SlugOf(EngagementId engagement, string key) => $"{engagement}-{key.Replace('/', '-')}";

    private static string PageOf(EngagementId engagement, string key) => $"{engagement}/{key}";

    private async Task<WordPressPage?> ReadAsync(EngagementId engagement, PublishingTarget target, string id, CancellationToken cancellationToken) =>
        await client.SendAsync(engagement, target, HttpMethod.Get, $"/{id}?context=edit", null, cancellationToken).ConfigureAwait(false) is { } answer ? WordPressPage.Read(answer) : null;

    private static byte[] Body(EngagementId engagement, PublishingTarget target, PageContent page, string? slug)
    {
        // One block of HTML: the site's filters then leave paragraphs as they are, and its editor shows what it is.
        var content = $"<!-- wp:html -->\n{Encoding.UTF8.GetString(page.Bytes.Span)}<!-- /wp:html -->";
        return Encoding.UTF8.GetBytes(JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("title", page.Title);
            json.WriteString("content", PageMarker.Append(content, PageOf(engagement, page.Key), page.Hash, page.Title));
            json.WriteString("comment_status", "closed");
            json.WriteString("ping_status", "closed");
            if (slug is not null)
            {
                json.WriteString("slug", slug);
                json.WriteString("status", target.Visibility);
                if (target.Parent is { } parent)
                    json.WriteNumber("parent", parent);
                if (target.TellsLanguage)
                    json.WriteString("lang", LanguageCode.Of(page.Language));
            }

            json.WriteEndObject();
        }));
    }
}
