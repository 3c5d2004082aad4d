using OpsAutomation.Engagements;

namespace OpsAutomation.Pulls;

/// <summary>A place outside and the sources that are pulled from it, in the order of the engagement's file.</summary>
/// <param name="Id">What makes two places the same.</param>
/// <param name="Sources">The sources.</param>
internal sealed record SourcePlace(string Id, IReadOnlyList<SourceSettings> Sources)
{
    /// <summary>What they have in common.</summary>
    public SourceOrigin Origin => Sources[0].Origin;

    /// <summary>The places that an engagement's sources are pulled from, without its inbox.</summary>
    public static IReadOnlyList<SourcePlace> Of(Engagement engagement) =>
    [
        .. engagement.Sources
            .Where(source => source.Origin is not InboxOrigin)
            .GroupBy(IdOf, StringComparer.Ordinal)
            .Select(place => new SourcePlace(place.Key, [.. place])),
    ];

    private static string IdOf(SourceSettings source) => source.Origin switch
    {
        MailboxOrigin mailbox => PullKey.Of("mailbox", mailbox.Tenant ?? "", mailbox.Mailbox.ToLowerInvariant(), mailbox.Folder.ToLowerInvariant()),
        DriveOrigin drive => PullKey.Of("drive", drive.Tenant ?? "", drive.Drive ?? "", drive.Site ?? "", drive.Folder, drive.Subfolders ? "below" : ""),
        UrlOrigin url => PullKey.Of("url", source.Id, url.Link.AbsoluteUri),
        _ => throw new InvalidOperationException($"A source comes from a {source.Origin.GetType().Name}."),
    };
}
