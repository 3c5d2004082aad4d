using System.Text.Json.Serialization;
using NodaTime;

namespace OpsAutomation.Pulls;

/// <summary>What is wrong with a source, for those who look after it: collection <c>pull-sources</c>; a source without a record works.</summary>
public sealed record SourceStatus
{
    /// <summary>The id of the source.</summary>
    [JsonIgnore]
    public string Source { get; init; } = "";

    /// <summary>Why nothing can be pulled from it, or null where it works.</summary>
    public LocalizedText? Problem { get; init; }

    /// <summary>Whether a person has to mend it; else the service failed and is asked again.</summary>
    public bool IsPrecondition { get; init; }

    /// <summary>Since when it fails; null where it works.</summary>
    [JsonIgnore]
    public Instant? Since => SinceMilliseconds is { } at ? Instant.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Messages of other senders that lie in its mailbox folder.</summary>
    public int Strangers { get; init; }

    /// <summary>Messages of its senders that held no export since the last one that did.</summary>
    public int WithoutExport { get; init; }

    [JsonInclude]
    internal long? SinceMilliseconds { get; init; }

    [JsonInclude]
    internal long? NotBefore { get; init; }

    [JsonInclude]
    internal bool Told { get; init; }

    [JsonInclude]
    internal bool StrangersTold { get; init; }

    [JsonInclude]
    internal bool WithoutExportTold { get; init; }

    /// <summary>The place that the problem is of: settings that change are tried at once.</summary>
    [JsonInclude]
    internal string? Place { get; init; }

    internal bool IsEmpty => Problem is null && NotBefore is null && Strangers == 0 && WithoutExport == 0;
}
