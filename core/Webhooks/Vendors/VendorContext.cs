using System.Globalization;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>What a vendor's event is read with.</summary>
/// <param name="Engagement">Whose event it is: zone, currency.</param>
/// <param name="Settings">The source.</param>
/// <param name="Received">When its delivery came.</param>
/// <param name="Name">The event's name where a header says it; null where the body does.</param>
internal sealed record VendorContext(Engagement Engagement, WebhookSettings Settings, Instant Received, string? Name = null)
{
    // What a list of words can mean among what the file may say.
    private static readonly Dictionary<string, string[]> Meanings = new(StringComparer.Ordinal)
    {
        ["deal"] = ["won", "lost", "open"],
        ["ticket"] = ["open", "closed"],
        ["task"] = ["open", "done"],
    };

    // Nothing that these tools hold is older.
    private static readonly Instant Earliest = Instant.FromUtc(1970, 1, 1, 0, 0);

    /// <summary>A moment that is believed: none, one before 1970 and one after the delivery came are when it came.</summary>
    public Instant Moment(Instant? said) => said is { } at && at >= Earliest && at <= Received ? at : Received;

    /// <summary>An event.</summary>
    /// <param name="type">The vendor's type; null where it says none.</param>
    /// <param name="at">The moment.</param>
    /// <param name="text">What people are shown: one line, without personal data.</param>
    /// <param name="root">The whole object.</param>
    public VendorEvent Event(string? type, Instant at, string? text, JsonElement root)
    {
        var clean = CleanText.Clip(type ?? "", 20, 200);
        var shown = CleanText.Clip(string.IsNullOrWhiteSpace(text) ? clean : text, 40, 240);
        return new(new(clean.Length == 0 ? null : clean, at.InZone(Engagement.Zone).Date, shown, root), at);
    }

    /// <summary>What an event says of a record of a profile; null where it names none.</summary>
    public RecordChange? Change(string profile, string? id, Instant at) =>
        string.IsNullOrWhiteSpace(id) || id.Length > 200 ? null : new(Profile(profile).Fact, Profile(profile).Namespace, id.Trim(), at, Engagement.Zone);

    /// <summary>A moment in the engagement's zone.</summary>
    public FactTime? Time(Instant? moment) => moment is { } at ? FactTime.At(at, Engagement.Zone) : null;

    /// <summary>What a vendor's word means: as the source's file says, then the profile's words, then those common to vendors; null where nobody says.</summary>
    public string? Meaning(string profile, string list, string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
            return null;
        foreach (var (meaning, words) in Settings.Stages)
        {
            if (words.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase) && Meanings.GetValueOrDefault(list)?.Contains(meaning) == true)
                return meaning;
        }

        return new WordList(Profile(profile).Status, CommonWords.Of(list)).Find(System.Text.Encoding.UTF8.GetBytes(word));
    }

    /// <summary>A number of a text, with a point or an exponent.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A profile of the product.</summary>
    public static Profile Profile(string id) => ProfileCatalogue.Default.Find(id) ?? throw new ArgumentException("There is no such profile.", nameof(id));
}
