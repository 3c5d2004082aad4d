namespace OpsAutomation.Webhooks;

/// <summary>
/// Under which URLs senders know the app: configured, never taken from a request, of which a proxy or a stranger may have made the host.
/// HubSpot and Trello sign them.
/// </summary>
/// <param name="bases">The addresses of the app, without <c>/api</c>; asked for at each request, since a free port is known late.</param>
public sealed class WebhookAddresses(Func<IReadOnlyList<Uri>> bases)
{
    /// <summary>The port on which the app runs on one machine unless told otherwise.</summary>
    public const int UsualPort = 7071;

    /// <summary>The one address that is configured.</summary>
    public static WebhookAddresses Of(Uri publicUrl) => new(() => [publicUrl]);

    /// <summary>What holds where no address is configured and the app runs on one machine: its port at <c>localhost</c> and at <c>127.0.0.1</c>.</summary>
    public static IReadOnlyList<Uri> OnThisMachine(int port = UsualPort) => [new($"http://localhost:{port}"), new($"http://127.0.0.1:{port}")];

    /// <summary>The path of a source's URL.</summary>
    public static string PathOf(string? engagement, string? source) => $"{AppAddress.Prefix}engagements/{engagement}/webhooks/{source}";

    /// <summary>The URLs of a request.</summary>
    /// <param name="target">Its path and query as they were sent.</param>
    internal IReadOnlyList<string> Of(string target) => [.. bases().Select(one => AppAddress.At(one, target))];
}
