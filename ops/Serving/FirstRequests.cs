namespace OpsAutomation.Ops.Serving;

/// <summary>
/// What a sender of webhooks may send first of all: it gives up after seconds, and tries the address when it is entered. Each is answered 401:
/// no engagement has this name.
/// </summary>
internal static class FirstRequests
{
    private const string Body = """{"type":"url_verification","challenge":"-"}""";

    /// <summary>The requests.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Of("slack", "X-Slack-Request-Timestamp: 1", $"X-Slack-Signature: v0={new string('0', 64)}"),
        Of("n8n", "webhook-id: 1", "webhook-timestamp: 1", $"webhook-signature: v1,{new string('0', 44)}"),
        Of("zapier", "Authorization: Bearer -"),
    ];

    private static string Of(string source, params string[] headers) => string.Join(
        "\r\n",
        [
            $"POST /api/engagements/-/webhooks/{source} HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            $"Content-Length: {Body.Length}",
            .. headers,
            "",
            Body,
        ]);
}
