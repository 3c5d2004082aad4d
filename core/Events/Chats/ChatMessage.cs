namespace OpsAutomation.Events.Chats;

/// <summary>An event as people read it in a chat: plain texts of one line each, whatever the chat makes of marks in them.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Facts">What goes with it, each with its label.</param>
/// <param name="Footer">Whose it is, and when.</param>
/// <param name="Board">The board's address, or null.</param>
/// <param name="BoardLabel">The words of the link to it.</param>
/// <param name="Language">The language of all of them.</param>
internal sealed record ChatMessage(
    string Title, IReadOnlyList<(string Label, string Value)> Facts, string Footer, Uri? Board, string BoardLabel, Language Language);
