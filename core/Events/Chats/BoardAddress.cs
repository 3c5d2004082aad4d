using OpsAutomation.Engagements;

namespace OpsAutomation.Events.Chats;

/// <summary>Where the app answers, for messages that lead to a client's board.</summary>
/// <param name="PublicUrl">The app's public address, without <c>/api</c>.</param>
public sealed record BoardAddress(Uri PublicUrl)
{
    /// <summary>The board of an engagement: it asks its reader for a key or a sign-in.</summary>
    public Uri Of(EngagementId engagement) => new(AppAddress.Of(PublicUrl, $"engagements/{engagement}/board"));
}
