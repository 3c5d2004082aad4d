namespace OpsAutomation.Ports;

/// <summary>The names of secrets, the same for every adapter: 1 to 50 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>, as a key vault knows them.</summary>
public static class SecretName
{
    /// <summary>The keys that links are signed with.</summary>
    public const string Links = "links";

    /// <summary>What pseudonyms in copies of exports are made by; of no engagement, so that copies of several fit together.</summary>
    public const string Anonymise = "anonymise";

    private const int Longest = 50;

    /// <summary>What the events of a source are verified by.</summary>
    public static string OfWebhook(string source) => "webhook-" + source;

    /// <summary>Until when a source waits for its vendor to tell the secret.</summary>
    public static string OfHandshake(string source) => "handshake-" + source;

    /// <summary>What the events to an endpoint are signed with.</summary>
    public static string OfEvents(string secret) => "events-" + secret;

    /// <summary>The application password of a wiki that documents are published to.</summary>
    public static string OfPublishing(string target) => "publish-" + target;

    /// <summary>Refuses a name or value that not every adapter could keep.</summary>
    public static void Check(string name, string? value = null)
    {
        if (name.Length is 0 or > Longest || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new ArgumentException("A secret is named with at most 50 lower-case letters, digits and hyphens.", nameof(name));
        if (value is { Length: 0 or > 4096 })
            throw new ArgumentException("A secret has 1 to 4096 characters.", nameof(value));
    }
}
