using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Events.Chats;

/// <summary>The URL of a webhook of a chat. It is a secret: no message quotes it.</summary>
public static class ChatUrl
{
    /// <summary>Reads one.</summary>
    /// <exception cref="OpsException">Refused: it is none that events may be sent to.</exception>
    public static Uri Parse(string text)
    {
        if (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url))
            return PublicAddress.Problem(url) is { } problem ? throw Refused(problem) : url;
        throw Refused(new("a URL such as https://hooks.slack.com/services/… was expected", "une URL comme https://hooks.slack.com/services/… est attendue"));
    }

    /// <summary>Whether an answer of a chat says that trying again is of no use: the webhook was removed, or does not take what it gets.</summary>
    public static bool IsFinal(EventTarget target, TransportAnswer answer) =>
        target != EventTarget.Events && answer.Status is (400 or 401 or 403 or 404);

    private static OpsException Refused(LocalizedText problem) => OpsException.Refused(
        $"The URL of the webhook cannot be used: {problem.En}.", $"L'URL du webhook est inutilisable\u00a0: {problem.Fr}.");
}
