namespace OpsAutomation.Queues;

/// <summary>A message as received.</summary>
/// <param name="Id">The message's id, unique in its queue.</param>
/// <param name="Text">The text as stored, still encoded.</param>
/// <param name="DequeueCount">How often it was received, this time included.</param>
/// <param name="Receipt">What proves that the receiver still holds it; void once it was received anew.</param>
public sealed record QueuedMessage(string Id, string Text, int DequeueCount, string Receipt);
