using OpsAutomation.Engagements;

namespace OpsAutomation.Webhooks.Slack;

/// <summary>A slash command as Slack posts it: <c>/ops status</c>, <c>/ops done J30-3 Signed by both</c>.</summary>
/// <param name="Name">The command, such as <c>/ops</c>.</param>
/// <param name="Words">What stands after it, its first word in lower case.</param>
/// <param name="User">The id of the user in Slack; empty where Slack says none.</param>
/// <param name="Answer">Where the answer goes; null where the address is not Slack's.</param>
internal sealed record SlackCommand(string Name, IReadOnlyList<string> Words, string User, Uri? Answer)
{
    private const int LongestWord = 100;
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r', '\u00a0'];

    /// <summary>Its type in the list of deliveries: the command and its first word where that is one of ours.</summary>
    public string Type => $"{Name} {Verb}".TrimEnd();

    /// <summary>What is asked for; empty for anything else than what there is.</summary>
    public string Verb => Words.Count > 0 && Words[0] is "status" or "done" or "help" ? Words[0] : "";

    /// <summary>The command of a body, or null where it is none.</summary>
    public static SlackCommand? TryRead(ReadOnlyMemory<byte> body, WebhookDelivery delivery, WebhookSettings settings)
    {
        if (settings.Scheme != WebhookScheme.Slack || delivery.ContentType != WebhookForm.MediaType || WebhookForm.Find(body, "command") is not { Length: > 0 and <= LongestWord } name)
            return null;
        var words = (WebhookForm.Find(body, "text") ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0)
            words[0] = words[0].ToLowerInvariant();
        var user = WebhookForm.Find(body, "user_id") is { Length: <= LongestWord } id && id.All(char.IsAsciiLetterOrDigit) ? id : "";
        return new(Digests.CleanText.OneLine(name), words, user, AnswerOf(WebhookForm.Find(body, "response_url")));
    }

    // The request is signed, and yet no other host is ever spoken to on its word.
    private static Uri? AnswerOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https", Host: "hooks.slack.com", IsDefaultPort: true, UserInfo: "" } ? url : null;
}
