using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Boards;

/// <summary>Reads boards as they stand now.</summary>
public sealed class BoardReader(RegisteredEngagements engagements, IBlobStore blobs, IStateStore state, TimeProvider time)
{
    private readonly StandingReader standings = new(blobs, state, time, keeps: false);

    /// <summary>The board of an engagement, or null where there is none of that id.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="language">The reader's language; null for the engagement's.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Its file has errors, or its facts cannot be read.</exception>
    public async Task<Board?> ReadAsync(EngagementId engagement, Language? language = null, CancellationToken cancellationToken = default)
    {
        if (await engagements.FindAsync(engagement, cancellationToken).ConfigureAwait(false) is not { } found)
            return null;
        return BoardComposer.Compose(await StandingAsync(found, cancellationToken).ConfigureAwait(false), LocaleOf(found, language));
    }

    /// <summary>Where an engagement stands today.</summary>
    internal Task<Standing> StandingAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(engagement.Zone).Date;
        return standings.ReadAsync(engagement, today, today, cancellationToken);
    }

    /// <summary>The engagement's locale, or another language's in the same country where there is one.</summary>
    internal static Locale LocaleOf(Engagement engagement, Language? language)
    {
        var own = engagement.Locale;
        if (language is not { } asked || asked == own.Language)
            return own;
        return Locale.Find(LanguageCode.Of(asked) + own.Id[2..]) ?? Locale.Of(asked);
    }
}
