using NodaTime;

namespace OpsAutomation.Publishing;

/// <summary>What is recorded of a page that was published.</summary>
public sealed record PublishedPage
{
    /// <summary>The id of the target.</summary>
    public required string Target { get; init; }

    /// <summary>What it is: <c>fr/sop-incident</c>, of a drive with the format.</summary>
    public required string Page { get; init; }

    /// <summary>The title of the document.</summary>
    public required string Title { get; init; }

    /// <summary>The version of the document that it holds.</summary>
    public required int Version { get; init; }

    /// <summary>What was in force of the document when the page was last compared with it: the same need not be read again.</summary>
    public string? Text { get; init; }

    /// <summary>How it stands.</summary>
    public required PublishedState State { get; init; }

    /// <summary>What the wiki knows it by; null where it was never ours.</summary>
    public string? RemoteId { get; init; }

    /// <summary>What tells whether people changed it since.</summary>
    public string? Mark { get; init; }

    /// <summary>The hash of what was sent.</summary>
    public string? Hash { get; init; }

    /// <summary>The hash of what is being sent, or was when a run was cut short.</summary>
    public string? Sending { get; init; }

    /// <summary>Where people read it.</summary>
    public string? Url { get; init; }

    /// <summary>The day since which it has stood so.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>Of one that waits: the hash of what it would be given, so that the same is not looked at again and again.</summary>
    public string? Waits { get; init; }

    /// <summary>Whether a person has to say what shall be.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsConflict => State is PublishedState.Edited or PublishedState.Removed or PublishedState.Taken;
}
