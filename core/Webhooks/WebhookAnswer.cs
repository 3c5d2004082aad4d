namespace OpsAutomation.Webhooks;

/// <summary>What is answered to a sender of webhooks.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">A text to answer with (<c>text/plain</c>), or null for none.</param>
public sealed record WebhookAnswer(int Status, string? Body = null)
{
    /// <summary>What the header <c>Allow</c> of a 405 says.</summary>
    public const string Allow = "POST, HEAD";

    internal static readonly WebhookAnswer Alive = new(200);
    internal static readonly WebhookAnswer Accepted = new(202);
    internal static readonly WebhookAnswer Unknown = new(401);
    internal static readonly WebhookAnswer WrongMethod = new(405);
    internal static readonly WebhookAnswer TooLarge = new(413);
    internal static readonly WebhookAnswer WrongType = new(415);
}
