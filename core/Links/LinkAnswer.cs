namespace OpsAutomation.Links;

/// <summary>What is answered to somebody who follows a signed link.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Html">A whole document, <c>text/html; charset=utf-8</c>.</param>
public sealed record LinkAnswer(int Status, string Html)
{
    /// <summary>Where to look next, relative to the address that was asked for; null to stay.</summary>
    public string? Location { get; init; }

    /// <summary>The one answer to every link that is not good: altered, expired, withdrawn, of another purpose, never ours. Nobody learns which.</summary>
    public static LinkAnswer NotValid { get; } = new(404, LinkPage.Render(
        "en",
        "This link is not valid / Ce lien n'est pas valable",
        """
        <p>It was altered, has expired or was withdrawn. Use the link of a more recent digest, or answer the digest: a person reads it.</p>
        <p lang="fr">Il a été modifié, a expiré ou a été retiré. Utilisez le lien d'un point hebdomadaire plus récent, ou répondez au message&#160;: une personne le lit.</p>

        """));

    /// <summary>
    /// The headers that go with every answer: the token in the address is kept in no cache and told to no other site, and the page can
    /// neither run nor load anything.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Cache-Control"] = "no-store",
        ["Referrer-Policy"] = "no-referrer",
        ["X-Robots-Tag"] = "noindex, nofollow",
        ["X-Content-Type-Options"] = "nosniff",
        ["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    };
}
