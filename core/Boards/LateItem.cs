namespace OpsAutomation.Boards;

/// <summary>Something that should have been done by now.</summary>
/// <param name="Kind">What it is, in words: milestone, action, decision, document, source.</param>
/// <param name="Text">Which one.</param>
/// <param name="Owner">Who owns it, in words.</param>
/// <param name="Days">Days since it was due; 0 where it never had a day.</param>
/// <param name="Since">The same in words.</param>
public sealed record LateItem(string Kind, string Text, string Owner, int Days, string Since);
