using System.Text.Json.Serialization;

namespace OpsAutomation.GraphEmulator.Faults;

/// <summary>A fault to come, for the requests that it is about.</summary>
public sealed record Fault
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The verb of the requests meant; null for all.</summary>
    public string? Method { get; init; }

    /// <summary>A regular expression that the decoded path must match; null for all.</summary>
    public string? Path { get; init; }

    /// <summary>How many such requests go well first.</summary>
    public int Skip { get; init; }

    /// <summary>How many such requests it then hits; 0 for all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The status of an answered fault.</summary>
    public int Status { get; init; } = 503;

    /// <summary>The error code of an answered fault.</summary>
    public string Code { get; init; } = "serviceNotAvailable";

    /// <summary>The header <c>Retry-After</c> of an answered fault, in seconds; null for none.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Milliseconds of delay of a slow answer.</summary>
    public int DelayMilliseconds { get; init; } = 500;

    /// <summary>What a slow answer waits for instead of the delay; null for the delay.</summary>
    [JsonIgnore]
    public Task? Until { get; init; }
}
