using System.Text.Json.Serialization;
using NodaTime;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>
/// A person that an engagement was told to forget: collection <c>erasures</c>. Only keyed hashes, so that the person is recognised when an export brings
/// the same identifiers again, and nothing tells who it was.
/// </summary>
internal sealed record ErasedPerson
{
    /// <summary>Hashes of the mail address.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>Hashes of the name, in the orders in which it is written, by the number of its words.</summary>
    public IReadOnlyDictionary<string, int> Names { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Hashes of ids that exports know the person by.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>When it was asked for first.</summary>
    public required Instant At { get; init; }

    /// <summary>When the last run came to its end; null while one is under way.</summary>
    public Instant? Done { get; init; }

    /// <summary>Whether ids were looked for already: afterwards nothing tells them any more.</summary>
    public bool IsLinked { get; init; }

    /// <summary>What the last run came to, by place: things, and records in them; with what was left under <c>ledger</c> and <c>configuration</c>.</summary>
    public IReadOnlyDictionary<string, int[]>? Outcome { get; init; }

    /// <summary>The id: the beginning of the first hash.</summary>
    [JsonIgnore]
    public string Id => Emails[0][..12];

    /// <summary>What stands in the place of the person's name.</summary>
    [JsonIgnore]
    public string Pseudonym => "erased-" + Id;

    /// <summary>What stands in the place of the person's mail address; the domain is reserved and reaches nobody.</summary>
    [JsonIgnore]
    public string Address => $"{Pseudonym}@erased.invalid";
}
