namespace OpsAutomation.Webhooks.Signatures;

/// <summary>The parts of a request that signatures are made of, as they came.</summary>
internal readonly ref struct SignedParts(string method, string time, string id, ReadOnlySpan<byte> body)
{
    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The text of the moment; empty where there is none.</summary>
    public string Time { get; } = time;

    /// <summary>The id of the message; empty where there is none.</summary>
    public string Id { get; } = id;

    /// <summary>The raw body.</summary>
    public ReadOnlySpan<byte> Body { get; } = body;
}
