namespace OpsAutomation.Webhooks.Signatures;

/// <summary>The forms in which HubSpot may have signed a URL: as it was sent, with the escapes resolved that its documentation lists, and with all resolved.</summary>
internal static class SignedUrl
{
    private static readonly (string Escape, string Character)[] Listed =
    [
        ("%3A", ":"), ("%2F", "/"), ("%3F", "?"), ("%40", "@"), ("%21", "!"), ("%24", "$"), ("%27", "'"), ("%28", "("), ("%29", ")"), ("%2A", "*"), ("%2C", ","), ("%3B", ";"),
    ];

    /// <summary>The forms, the one as sent first; they may be equal.</summary>
    public static IEnumerable<string> FormsOf(string url)
    {
        yield return url;
        if (!url.Contains('%', StringComparison.Ordinal))
            yield break;
        yield return Listed.Aggregate(url, (text, pair) => text.Replace(pair.Escape, pair.Character, StringComparison.OrdinalIgnoreCase));
        yield return Uri.UnescapeDataString(url);
    }
}
